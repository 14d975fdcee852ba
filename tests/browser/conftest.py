"""A browser and pages to look at in it."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brieflint.buying.offers import compare_offers
from brieflint.buying.package import check_package
from brieflint.buying.pages import write_offers_page, write_package_page
from brieflint.checking import check_paths
from brieflint.knowledge.artefact import load_knowledge
from brieflint.linting.report import Report
from brieflint.reporting.as_html import write_html
from brieflint.reporting.view import View
from tests.samples import MISLABELLED


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "the browser tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        # Chromium has no sandbox for root, who runs the tests in a container.
        running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield running
        running.close()


@pytest.fixture(scope="session")
def report(root: Path) -> Report:
    brief, *_ = check_paths([str(root / "examples" / "rfp.docx.txt")]).checked
    return Report(briefs=(replace(brief, path="examples/rfp.docx.txt"),))


@pytest.fixture(scope="session")
def pages(root: Path, report: Report, check, tmp_path_factory) -> dict[str, str]:
    """Addresses of pages: of one brief, of one for each other reader, of a folder, and of a long brief."""
    view = View(guide=load_knowledge().guide)
    examples = sorted(path for path in (root / "examples").iterdir() if path.suffix in (".md", ".txt"))
    proposals = [str(root / "examples" / "offers" / f"{name}.md") for name in ("halden", "northquay", "varde")]
    filler = "\n\n".join(f"Clause {number}. The weather in Odense is no part of this contract." for number in range(1500))
    written = {
        "one": write_html(report, view),
        "folder": write_html(check_paths([str(path) for path in examples]), view),
        "long": write_html(Report(briefs=(check(f"{MISLABELLED}\n{filler}\n"),)), view),
        "offers": write_offers_page(compare_offers(str(root / "examples" / "offers" / "request.md"), proposals)),
        "package": write_package_page(check_package(str(root / "examples" / "package")), view),
        **{reader: write_html(report, replace(view, reader=reader)) for reader in ("bidder", "evaluator", "policy")},
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, text in written.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in written}
