import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from ranke.cli import main
from ranke.record import Record

type Started = list[tuple[Any, ...]]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Put something in the place of the server that notes how it is started."""
    started: Started = []

    def serve(record: object, settings: object, port: int, *, on_start: object) -> None:
        on_start("http://127.0.0.1:1/")  # type: ignore[operator]
        started.append((record, settings, port))

    monkeypatch.setattr("ranke.web.serving.serve", serve)
    monkeypatch.delenv("RANKE_TOKEN", raising=False)
    return started


@pytest.mark.usefixtures("record")
def test_a_new_token_is_shown(served: Started, capsys: pytest.CaptureFixture[str]) -> None:
    """The start tells the address and a token, which is another one each time."""
    assert main(["serve"]) == main(["serve", "--port", "0"]) == 0
    said = capsys.readouterr().err
    assert "http://127.0.0.1:1/" in said
    tokens = re.findall(r"enter the token (\S+)", said)
    assert len(set(tokens)) == 2
    assert [settings.token for _, settings, _ in served] == tokens
    assert [port for _, _, port in served] == [8765, 0]


@pytest.mark.usefixtures("record")
def test_a_token_that_was_set_is_not_shown(
    served: Started, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A token of the option or the variable is used and stays unsaid."""
    monkeypatch.setenv("RANKE_TOKEN", "from-the-variable")
    assert main(["serve"]) == 0
    assert main(["serve", "--token", "from-the-option", "--host", "0.0.0.0"]) == 0  # noqa: S104 - nothing is bound
    assert [settings.token for _, settings, _ in served] == ["from-the-variable", "from-the-option"]
    assert [settings.is_open for _, settings, _ in served] == [False, True]
    assert "from-the" not in capsys.readouterr().err


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--host", "0.0.0.0"], "give a --token"),  # noqa: S104 - nothing is bound
        (["--token", "short"], "soon guessed"),
        (["--port", "70000"], "no port"),
        (["--port", "x"], "no port"),
    ],
)
def test_what_is_refused(served: Started, capsys: pytest.CaptureFixture[str], options: list[str], told: str) -> None:
    """A room that anybody could enter is not opened."""
    assert main(["serve", *options]) == 2
    assert told in capsys.readouterr().err
    assert not served


def test_serve_answers_and_ends(tmp_path: Path) -> None:
    """The command answers on loopback, and Ctrl-C ends it without a trace."""
    path = tmp_path / "record.db"
    Record(path, create=True).close()
    # A job in the background may be deaf to Ctrl-C; the program must not be.
    start = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from ranke.cli import main; "
    command = [
        sys.executable,
        "-c",
        start + "sys.exit(main(sys.argv[1:]))",
        "serve",
        "--port",
        "0",
        "--record",
        str(path),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        address = re.search(r"http://\S+/", process.stderr.readline())
        assert address
        with urlopen(f"{address[0]}overview.json") as answer:  # noqa: S310 - an address of this test
            assert json.load(answer)["reports"] == 0
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    assert process.returncode == 130


def test_a_port_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that somebody else listens on is told in one sentence."""
    import socket

    path = tmp_path / "record.db"
    Record(path, create=True).close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["serve", "--record", str(path), "--port", port]) == 2
    assert f"port {port}" in capsys.readouterr().err
