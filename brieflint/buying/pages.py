"""Pages on a whole buy that need nothing else: no files, no network, no script."""

from typing import Any

from markupsafe import Markup

from brieflint import __version__
from brieflint.buying.offer_formats import say_asked, say_offer
from brieflint.buying.offers import Offers
from brieflint.buying.package import Package
from brieflint.buying.package_formats import list_places, say_count, say_described, say_names
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import Guide
from brieflint.reporting.as_html import SHAPES, open_templates, read_asset
from brieflint.reporting.view import View


def write_offers_page(offers: Offers) -> str:
    """The page with the grid of a brief and its proposals."""
    return _render(
        "offers.html.j2", load_knowledge().guide, {"offer": say_offer, "asked": say_asked}, offers=offers, shapes=SHAPES
    )


def write_package_page(package: Package, view: View) -> str:
    """The page on the files of a package."""
    own = [(file, [finding for finding in file.report.findings if not finding.elsewhere]) for file in package.files]
    filters = {"names": lambda file: say_names(file, view), "described": lambda brief: say_described(brief, view)}
    return _render(
        "package.html.j2",
        view.guide,
        filters,
        package=package,
        heading=say_count(package),
        between=[(finding, list(list_places(file, finding, package))) for file, finding in package.contradictions],
        within=[(file, findings) for file, findings in own if findings],
    )


def _render(name: str, guide: Guide, filters: dict[str, Any], **given: Any) -> str:
    environment = open_templates()
    environment.filters |= filters
    style = Markup(read_asset("report.css"))  # noqa: S704
    return environment.get_template(name).render(guide=guide, version=__version__, style=style, **given)
