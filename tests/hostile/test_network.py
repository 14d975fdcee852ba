"""Nothing that brieflint does needs a network, and nothing asks for one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from documents.packages import docx, p
from documents.pdfs import Words, write_pdf
from samples import MISLABELLED

GUARD = """
import sys
from socket import AF_UNIX

def refuse(event, arguments):
    if event.startswith("socket.") and getattr(arguments[0], "family", None) == AF_UNIX:
        return  # by the name of a file, as processes of one machine talk
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.bind"):
        raise SystemExit(f"the network was asked for: {event} {arguments}")

sys.addaudithook(refuse)
"""
"""Python tells its audit hooks of every name that is looked up and of everything that is sent through its sockets.

That a socket is made is let pass: a library that spaCy brings along makes one to see whether the machine knows IPv6.
"""
CALLS = """
from click.testing import CliRunner
from brieflint.cli import main

for command in sys.argv[1:]:
    done = CliRunner().invoke(main, command.split())
    print(command, done.exit_code, done.exception, sep=": ")
"""
COMMANDS = [
    "check brief.txt brief.docx brief.html brief.pdf --no-config",
    "check brief.txt --format html",
    "check brief.txt --format sarif",
    "check brief.txt --why",
    "check brief.txt --record record.json",
    "fix brief.txt --unsafe",
    "draft brief.txt",
    "facts brief.txt",
    "grid brief.txt",
    "questions brief.txt",
    "choose brief.txt",
    "explain sa-called-ito",
    "evaluate labels.jsonl",
    "config show brief.txt",
    "baseline write brief.txt -o known.json",
    "decisions brief.txt",
    "verify record.json",
    "patterns new house",
    "patterns check house",
    "patterns list",
    "completion bash",
]
WORK = "Two developers join our team and take their tasks from our own technical lead every day. We own the outcome."
LABEL = '{"path": "brief.txt", "named": ["it_outsourcing"], "described": "staff_augmentation", "mislabelled": true}\n'


def run(code: str, commands: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    call = [sys.executable, "-c", GUARD + code, *commands]
    return subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    (folder / "brief.txt").write_text(MISLABELLED)
    (folder / "brief.docx").write_bytes(docx(p("Request for IT outsourcing") + p(WORK)))
    page = f'<img src="http://192.0.2.1/a.png"><link href="http://192.0.2.1/a.css" rel="stylesheet"><p>{WORK}</p>'
    (folder / "brief.html").write_text(page)
    (folder / "brief.pdf").write_bytes(write_pdf([[Words(72, 700, WORK)]]))
    (folder / "labels.jsonl").write_text(LABEL)
    return folder


def test_every_command_works_where_no_socket_leads_anywhere(folder: Path):
    done = run(CALLS, COMMANDS, folder)
    told = done.stdout.splitlines()
    assert [line.partition(": ")[0] for line in told] == COMMANDS, done.stderr
    assert [line for line in told if not line.endswith((": 0: None", ": 0: 0", ": 1: 1"))] == []


def test_the_guard_sees_what_asks_for_the_network(tmp_path: Path):
    asking = "import socket\nsocket.socket().connect(('192.0.2.1', 80))"
    assert "the network was asked for" in run(asking, [], tmp_path).stderr


@pytest.mark.skipif(not Path("/proc/self/ns/net").exists(), reason="namespaces are particular to Linux")
def test_a_brief_is_checked_on_a_machine_without_a_network(folder: Path):
    alone = ["unshare", "--net", "--map-root-user"]
    try:
        subprocess.run([*alone, "true"], capture_output=True, timeout=20, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this machine gives no namespaces away")
    command = [*alone, sys.executable, "-m", "brieflint", "check", "brief.txt", "brief.pdf", "--no-config"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stderr
