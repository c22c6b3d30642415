"""What tests share: rows of answers made by hand, and a Ctrl-C that is heard."""

import signal
from collections.abc import Callable, Iterator

import pytest
from rich.console import Console, RenderableType

from ranke.answers import EventRow, Evidence, StatementRow, Who

ADA, SUDLAND, HERALD, GENERAL = (
    Who("a1", "Ada Berg"),
    Who("a2", "Sudland"),
    Who("a3", "Norland Herald"),
    Who("a4", "Orm"),
)


def evidence(words: str = "Ada Berg met the envoy on Monday.", **fields: object) -> Evidence:
    """Return where words stand, in a made-up report unless fields say otherwise."""
    made = {
        "report": "herald-1",
        "date": "2020-03-03",
        "outlet": "Norland Herald",
        "start": 100,
        "end": 100 + len(words),
    }
    return Evidence(**(made | {"words": words} | fields))  # type: ignore[arg-type]


def event_row(**fields: object) -> EventRow:
    """Return an event with the fields that a test does not care about filled in."""
    made = {
        "id": "e1a2b3c4d5e6", "date": "2020-03-02", "type": "CONSULT", "mode": None, "status": "happened",
        "sources": (ADA,), "targets": (SUDLAND,), "place": None, "core": False, "reports": 1, "outlets": 1, "roots": 1,
        "attribution": (), "conflicts": 0, "story": None, "rejected": False, "rule": "consult.meet",
            "cameo": "042", "goldstein": 1.9, "intensity": 2.0, "contexts": (),
        "inferred": (), "confidence": 0.5, "trigger": (109, 112), "evidence": evidence(), "known": "2020-03-03",
    }  # fmt: skip
    return EventRow(**(made | fields))  # type: ignore[arg-type]


def statement_row(**fields: object) -> StatementRow:
    """Return a statement with the fields that a test does not care about filled in."""
    made = {
        "id": "s1", "date": "2020-03-03", "speaker": ADA, "addressee": None, "attribution": (), "about": (),
        "kind": "direct", "evidence": evidence("We never accept it"),
    }  # fmt: skip
    return StatementRow(**(made | fields))  # type: ignore[arg-type]


@pytest.fixture(name="evidence", scope="session")
def _evidence() -> Callable[..., Evidence]:
    return evidence


@pytest.fixture(name="event_row", scope="session")
def _event_row() -> Callable[..., EventRow]:
    return event_row


@pytest.fixture(name="statement_row", scope="session")
def _statement_row() -> Callable[..., StatementRow]:
    return statement_row


@pytest.fixture(scope="session")
def ada() -> Who:
    """A minister."""
    return ADA


@pytest.fixture(scope="session")
def sudland() -> Who:
    """A country."""
    return SUDLAND


@pytest.fixture(scope="session")
def herald() -> Who:
    """A newspaper."""
    return HERALD


@pytest.fixture(scope="session")
def general() -> Who:
    """A soldier."""
    return GENERAL


@pytest.fixture(scope="session")
def written() -> Callable[..., str]:
    """Return what shows a view as a terminal would, without colours unless asked for."""

    def show(view: RenderableType, *, width: int = 200, colours: bool = False) -> str:
        console = Console(
            width=width, highlight=False, force_terminal=colours, color_system="standard" if colours else None
        )
        with console.capture() as capture:
            console.print(view)
        return "\n".join(line.rstrip() for line in capture.get().split("\n"))

    return show


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let Ctrl-C be heard, as in a shell's foreground; a job in the background is started deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
