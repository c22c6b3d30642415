import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

WITHOUT_NETWORK = """
import socket
def refused(*_, **__):
    raise AssertionError("Ranke asked for the network")
# The class stays a class, as packages that are loaded derive from it.
socket.socket.__init__ = refused
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refused
from ranke.cli import main
raise SystemExit(main(["read", "--json", "examples"]))
"""


def test_reading_asks_for_no_network() -> None:
    """A whole reading, from the loading of the parser on, opens no socket and looks up no name."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_NETWORK], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 2
