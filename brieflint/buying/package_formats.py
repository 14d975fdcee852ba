"""What was found in a package, for people: as text and Markdown; every other format writes the report on its files."""

from collections.abc import Callable, Iterator

from brieflint.buying.package import Package, PackageFile
from brieflint.linting.finding import Finding, Spot
from brieflint.linting.report import BriefReport
from brieflint.reporting import as_markdown, as_text
from brieflint.reporting.formats import write
from brieflint.reporting.perspective import choose
from brieflint.reporting.view import View
from brieflint.reporting.words import choose_findings, clip, count, fill, name_of, say_sure, where
from brieflint.signs import printable
from brieflint.writing.quoting import escape_markdown


def write_package(package: Package, form: str, view: View) -> str:
    """The package in a format."""
    own: dict[str, Callable[[Package, View], str]] = {"text": write_text, "markdown": write_markdown}
    if form == "html":
        from brieflint.buying.pages import write_package_page

        return write_package_page(package, view)
    return own[form](package, view) if form in own else write(package.report, form, view)


def say_count(package: Package) -> str:
    """Say what was found, in one line."""
    found = count(len(package.contradictions), "contradiction") if package.contradictions else "no contradiction"
    left = f", {count(len(package.report.unreadable), 'file')} not checked" if package.report.unreadable else ""
    return f"{count(len(package.files), 'file')} read as one buy{left}: {found} between them"


def say_names(file: PackageFile, view: View) -> str:
    """Say what a file is called."""
    named = dict.fromkeys(name.model for name in file.report.named)
    return ", ".join(name_of(model, view.guide) for model in named) or "no model"


def say_described(brief: BriefReport, view: View) -> str:
    """Say what a file describes, and how surely."""
    described = brief.described
    if described.reason or described.model == "none":
        return "none of the four"
    return f"{name_of(described.model, view.guide)} ({say_sure(described.confidence)})"


def list_places(file: PackageFile, finding: Finding, package: Package) -> Iterator[tuple[str, Spot]]:
    """Both places of a contradiction, each after the name of its file."""
    if finding.spot:
        yield file.name, finding.spot
    for other in finding.elsewhere:
        yield package.name(other.path), other.spot


def write_text(package: Package, view: View) -> str:
    """The files and what each says, the contradictions with both places, and what is found in the files by themselves."""
    lines = [view.paint(f"{printable(package.path)}: {say_count(package)}.", "strong"), "", *_list_files(package, view)]
    for file, finding in package.contradictions:
        lines.append("")
        lines.append(
            f"  {view.paint(finding.severity, finding.severity)}  {view.paint(finding.title, 'strong')}  [{finding.rule}]"
        )
        for name, spot in list_places(file, finding, package):
            lines += fill("    - ", f'{printable(name)}, {where(spot)}: "{clip(spot.text)}"')
        lines += fill("    ", printable(finding.message))
        if finding.fix:
            lines += fill("    What to do: ", printable(finding.fix.text), "      ")
    for file in package.files:
        own = [finding for finding in file.report.findings if not finding.elsewhere]
        if own:
            lines += ["", view.paint(f"In {printable(file.name)} by itself", "strong")]
        for finding in choose_findings(own, None if view.everything else as_text.SHOWN):
            lines += ["", *as_text.write_finding(finding, choose(file.report, view), view.paint)]
        if view.suppressed and file.report.suppressed:
            lines += ["", *as_text.write_suppressed(file.report)]
    for entry in package.report.unreadable:
        lines += ["", *fill("  not checked: ", printable(entry.error), "    ")]
    if view.summary:
        lines += ["", *as_text.write_summary(package.report, view.guide, view.paint)]
    return "\n".join(lines) + "\n"


def _list_files(package: Package, view: View) -> Iterator[str]:
    for file in package.files:
        aside = "; left aside" if file.role.aside else ""
        yield from fill("  ", f"{printable(file.name)}: {file.role.name}{aside}", "    ")
        if file.role.leads:
            yield f"    names {say_names(file, view)}; describes {say_described(file.report, view)}"
        elif file.says:
            yield from fill("    ", ", ".join(file.says))


def write_markdown(package: Package, view: View) -> str:
    """The same for a comment, a job summary or a wiki page; words of files are escaped."""
    parts = [f"# {_say(package.path)}", f"{say_count(package)}.", "\n".join(_write_table(package, view))]
    if package.contradictions:
        parts.append("## Between the files")
    for file, finding in package.contradictions:
        parts.append(f"### {finding.severity.capitalize()}: {_say(finding.title)} (`{finding.rule}`)")
        places = list_places(file, finding, package)
        parts.append("\n".join(f"- {_say(name)}, {_say(where(spot))}: “{_say(clip(spot.text))}”" for name, spot in places))
        parts.append(_say(printable(finding.message)))
        if finding.fix:
            parts.append(f"What to do: {_say(printable(finding.fix.text))}")
    for file in package.files:
        own = [finding for finding in file.report.findings if not finding.elsewhere]
        if own:
            parts.append(f"## In {_say(file.name)} by itself")
        for finding in choose_findings(own, None if view.everything else as_markdown.SHOWN):
            parts += as_markdown.write_finding(finding, choose(file.report, view))
    parts += [f"Not checked: {_say(printable(entry.error))}" for entry in package.report.unreadable]
    return "\n\n".join(parts) + "\n"


def _write_table(package: Package, view: View) -> Iterator[str]:
    yield "| File | Part | Names | Describes | Says |"
    yield "| --- | --- | --- | --- | --- |"
    for file in package.files:
        judged = (say_names(file, view), say_described(file.report, view)) if file.role.leads else ("–", "–")
        role = f"{file.role.name}, left aside" if file.role.aside else file.role.name
        yield f"| {' | '.join(map(_say, (file.name, role, *judged, ', '.join(file.says) or '–')))} |"


def _say(text: str) -> str:
    return escape_markdown(printable(text))
