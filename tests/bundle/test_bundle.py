"""The bundle, built and run where it finds no Python but its own."""

import json
import signal
import subprocess
import tarfile
import urllib.request
import zipfile
from pathlib import Path

import pytest
from documents.pdfs import set_lines, write_pdf
from samples import MISLABELLED

pytestmark = pytest.mark.bundle


@pytest.fixture(scope="module")
def archive(root: Path) -> Path:
    done = subprocess.run([root / "deploy" / "bundle" / "build"], capture_output=True, text=True, check=True)
    return root / "dist" / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def program(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("laptop")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="tar")
    return folder / "brieflint" / "brieflint"


@pytest.fixture
def desk(tmp_path: Path, root: Path) -> Path:
    (tmp_path / "rfp.txt").write_text(MISLABELLED)
    (tmp_path / "rfp.docx").write_bytes((root / "docs" / "rfp.docx").read_bytes())
    return tmp_path


@pytest.fixture
def call(program: Path, desk: Path):
    """Runs the program at a desk where nothing else can be found."""

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program, *arguments], cwd=desk, env=surroundings(desk), capture_output=True, text=True, check=False
        )

    return call


def surroundings(desk: Path) -> dict[str, str]:
    return {"HOME": str(desk), "PATH": "", "LANG": "C.UTF-8"}


def test_the_hash_beside_it_is_the_one_of_the_archive(archive: Path):
    subprocess.run(["sha256sum", "--check", "--quiet", f"{archive.name}.sha256"], cwd=archive.parent, check=True)


def test_every_file_of_brieflint_is_in_it(program: Path, root: Path):
    listed = subprocess.run(["git", "ls-files", "brieflint", "patterns"], cwd=root, capture_output=True, text=True, check=True)
    committed = {f"brieflint/{path}" if path.startswith("patterns/") else path for path in listed.stdout.splitlines()}
    lib = program.parent / "lib"
    held = {path.relative_to(lib).as_posix() for path in (lib / "brieflint").rglob("*") if path.is_file()}
    assert committed <= held


def test_it_checks_a_brief(call):
    done = call("check", "rfp.txt")
    assert (done.returncode, done.stderr) == (1, "")
    assert "sa-called-ito" in done.stdout


def test_it_checks_several_in_workers_and_reads_pdfs_in_a_process_apart(call, desk: Path):
    (desk / "rfp.pdf").write_bytes(write_pdf([set_lines(72, 700, MISLABELLED.splitlines())]))
    done = call("check", "--jobs", "2", "--no-cache", "--format", "csv", ".")
    assert (done.returncode, done.stderr) == (1, "")
    assert [line.split(",")[0] for line in done.stdout.splitlines() if "sa-called-ito" in line] == [
        "rfp.docx",
        "rfp.pdf",
        "rfp.txt",
    ]


def test_it_fixes_drafts_and_annotates(call, desk: Path):
    assert call("fix", "rfp.txt", "--write").returncode == 0
    assert "staff augmentation" in (desk / "rfp.txt").read_text().splitlines()[0]
    assert call("draft", "rfp.docx", "-o", "corrected.docx").returncode == 0
    assert call("annotate", "rfp.docx", "-o", "reviewed.docx").returncode == 0
    assert all(zipfile.is_zipfile(desk / name) for name in ("corrected.docx", "reviewed.docx"))


def test_it_fills_templates_of_the_house_in_a_process_apart(call, desk: Path):
    folder = desk / "house" / "templates"
    folder.mkdir(parents=True)
    (folder / "staff_augmentation.md.j2").write_text("Kept in the house's own words.\n")
    assert call("draft", "rfp.txt", "--patterns", "house").stdout == "Kept in the house's own words.\n"


def test_it_knows_itself_again(call):
    call("check", "rfp.txt", "--record", "audit.json")
    assert call("verify", "audit.json").returncode == 0


def test_it_serves_a_page(program: Path, desk: Path):
    command = [program, "serve", "--port", "0", "--no-config"]
    with subprocess.Popen(command, cwd=desk, env=surroundings(desk), stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        address = running.stdout.readline().split()[3]
        with urllib.request.urlopen(f"{address}healthz") as answer:
            assert answer.read() == b"ok\n"
        running.send_signal(signal.SIGINT)
        assert running.stdout.read() == ""


def test_it_serves_an_editor(program: Path, desk: Path):
    parameters = {"processId": None, "rootUri": None, "capabilities": {}}
    asked = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": parameters})
    done = subprocess.run(
        [program, "lsp"],
        input=f"Content-Length: {len(asked)}\r\n\r\n{asked}",
        env=surroundings(desk), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert '"codeActionProvider"' in done.stdout
