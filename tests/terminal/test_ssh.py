"""The program at the other end of a real sshd on loopback: seen, left with its number, gone when the line is cut."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs a pseudo-terminal")

from answering_terminal import Answering, answering
from real_terminal import LIMIT

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
EMPTY = Path("/run/sshd")
pytestmark = pytest.mark.skipif(not (SSHD and shutil.which("ssh-keygen")), reason="sshd is not installed")


@pytest.fixture
def emptiness() -> Iterator[None]:
    """The empty folder that sshd, run by root, insists on; its own service makes it."""
    missing = os.geteuid() == 0 and Path("/run").is_dir() and not EMPTY.exists()
    if missing:
        EMPTY.mkdir(mode=0o755)
    yield
    if missing:
        EMPTY.rmdir()


@pytest.fixture
def remote(tmp_path: Path, emptiness: None) -> Iterator[type[Answering]]:  # noqa: ARG001
    """A terminal in which a command line runs at the other end of a line."""
    for name in ("host", "user"):
        made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)]
        subprocess.run(made, check=True, timeout=LIMIT)
    shutil.copy(tmp_path / "user.pub", tmp_path / "known")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = [
        "ListenAddress=127.0.0.1", f"Port={port}", f"HostKey={tmp_path / 'host'}", "PidFile=none", "UsePAM=no",
        f"AuthorizedKeysFile={tmp_path / 'known'}", "StrictModes=no", "PasswordAuthentication=no",
    ]  # fmt: skip
    server = subprocess.Popen(
        [str(SSHD), "-D", "-e", "-f", os.devnull, *(word for each in settings for word in ("-o", each))],
        stderr=subprocess.DEVNULL,
    )
    try:
        _until_it_listens(port, server)
        options = ["BatchMode=yes", "StrictHostKeyChecking=no", f"UserKnownHostsFile={tmp_path / 'hosts'}"]
        options += [f"IdentityFile={tmp_path / 'user'}", "IdentitiesOnly=yes", "LogLevel=ERROR"]
        words = [word for each in options for word in ("-o", each)]

        class Remote(Answering):
            program = ["ssh", "-F", os.devnull, "-tt", "-p", str(port), *words, f"{getpass.getuser()}@127.0.0.1"]

        yield Remote
    finally:
        server.terminate()
        server.wait(LIMIT)


def _until_it_listens(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LIMIT
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), LIMIT).close()
        except ConnectionRefusedError:
            assert time.monotonic() < until, "sshd does not listen"
        else:
            return
    pytest.skip("sshd does not start for this user")


def _command(home: Path) -> str:
    number = home / "number"
    return f"echo $$ > {number}; HOME={home} exec {sys.executable} -m briefing_tui scio-2024-10-23#q2"


def test_it_is_seen_and_left(remote: type[Answering], tmp_path: Path) -> None:
    with answering(_command(tmp_path), kind=remote) as seen:
        seen.wait_for("? keys")
        seen.press("?")
        seen.wait_for("Keys for this place")
        seen.press("\x1b")
        seen.wait_for("Keys for this place", gone=True)
        seen.press("q")
        assert seen.wait_for_end() == 0
        assert not [mode for mode in (1049, 1000, 1006, 2004) if seen.last_mode(mode)]
        assert seen.last_mode(25)


def test_a_line_that_is_cut_ends_it(remote: type[Answering], tmp_path: Path) -> None:
    with answering(_command(tmp_path), kind=remote) as seen:
        seen.wait_for("? keys")
        number = int((tmp_path / "number").read_text())
        seen.process.kill()
        until = time.monotonic() + LIMIT
        while Path(f"/proc/{number}").exists():
            assert time.monotonic() < until, "it went on without a terminal"
