"""A server without a network, and what people send it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette")

from starlette.testclient import TestClient

from brieflint.configuration.settings import Options
from brieflint.serving.app import make_app
from brieflint.serving.safety import find_hosts

HOST = "http://localhost:8000"


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """Talks to a server with one reader, below a path that a proxy may pass on."""
    app = make_app(Options(no_config=True), find_hosts("127.0.0.1", ["briefs.example"]), "/lint", readers=1)
    with TestClient(app, base_url=HOST, follow_redirects=False, raise_server_exceptions=False) as talking:
        yield talking


@pytest.fixture(scope="session")
def brief(root: Path) -> bytes:
    return (root / "examples" / "rfp.docx.txt").read_bytes()
