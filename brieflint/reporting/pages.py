"""Explanations as Markdown pages: one for each rule, and an index."""

from collections.abc import Mapping

from brieflint.knowledge.buys import BuyRule
from brieflint.knowledge.patterns import Patterns, Rule
from brieflint.linting.housekeeping import NOTICES, Notice
from brieflint.reporting.explanations import explain_buy_rule, explain_notice, explain_rule
from brieflint.reporting.paragraphs import Excerpt, Items, Page, Paragraph
from brieflint.writing.quoting import escape_markdown

INDEX = "index.md"


def write_pages(patterns: Patterns) -> Mapping[str, str]:
    """The pages of all rules by file name, with their index."""
    guide = patterns.guide
    pages = {f"{rule.id}.md": set_markdown(explain_rule(rule, guide)) for rule in patterns.rules}
    pages |= {f"{rule.id}.md": set_markdown(explain_buy_rule(rule)) for rule in patterns.buy.rules}
    pages |= {f"{notice.id}.md": set_markdown(explain_notice(notice)) for notice in NOTICES.values()}
    rules: tuple[Rule | BuyRule | Notice, ...] = (*patterns.rules, *patterns.buy.rules, *NOTICES.values())
    kinds = dict.fromkeys(rule.kind for rule in rules)
    listed = "".join(
        f"\n## {kind.capitalize()}\n\n"
        + "".join(f"- [`{rule.id}`]({rule.id}.md): {escape_markdown(rule.title)}\n" for rule in rules if rule.kind == kind)
        for kind in kinds
    )
    about = (
        "Every rule that brieflint knows: those in `patterns/rules/`, those on packages in `patterns/buy.yaml`, and those on\n"
        "remarks and house words. These pages are written by "
        "`brieflint explain --markdown docs/rules`; to change one, change the rule."
    )
    return {INDEX: f"# Rules\n\n{about}\n{listed}", **pages}


def set_markdown(told: Page, level: int = 1) -> str:
    """Set a page in Markdown: its first heading is the page's title, of that level."""
    parts = [
        "\n\n".join([f"{'#' * (level + bool(number))} {escape_markdown(entry.title)}", *map(_set, entry.paragraphs)])
        for number, entry in enumerate(told)
    ]
    return "\n\n".join(parts) + "\n"


def _set(paragraph: Paragraph) -> str:
    if isinstance(paragraph, Items):
        return "\n".join(f"- {escape_markdown(item)}" for item in paragraph.items)
    if isinstance(paragraph, Excerpt):
        return "\n".join(f"> {escape_markdown(line)}".rstrip() for line in paragraph.text.strip().splitlines())
    return escape_markdown(paragraph)
