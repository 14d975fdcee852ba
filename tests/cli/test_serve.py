"""`brieflint serve`: what it refuses before it starts, and a real one from its start to its end."""

import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner

from brieflint.cli import main


def call(*options: str):
    return CliRunner().invoke(main, ["serve", *options])


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_all_addresses_need_a_name(host):
    result = call("--host", host)
    assert result.exit_code == 2
    assert "--allowed-host" in result.output


@pytest.mark.parametrize("root", ["lint", "/lint/"])
def test_a_root_path_begins_and_does_not_end_with_a_slash(root):
    assert call("--root-path", root).exit_code == 2


def test_a_port_in_use_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = call("--port", str(taken.getsockname()[1]), "--no-config")
    assert result.exit_code == 2
    assert "Choose another with --port or --host" in result.output


def test_a_wrong_configuration_is_told_before_anybody_is_let_in(tmp_path):
    wrong = tmp_path / "brieflint.toml"
    wrong.write_text('ignore = ["no-such-rule"]\n', encoding="utf-8")
    result = call("--config", str(wrong))
    assert result.exit_code == 2
    assert "no-such-rule" in result.output


def test_it_starts_answers_and_ends_with_its_readers():
    command = [sys.executable, "-m", "brieflint", "serve", "--port", "0", "--no-config"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        address = running.stdout.readline().split()[3]
        with urllib.request.urlopen(f"{address}healthz") as answer:
            assert answer.read() == b"ok\n"
            assert "server" not in answer.headers
        running.send_signal(signal.SIGINT)
        # The readers hold the other end, so this comes back only when all of them have ended.
        assert running.stdout.read() == ""
