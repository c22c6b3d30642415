"""A small record for the tests of the room, some of it hostile, and clients of the room."""

import json
import sqlite3
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from ranke.record import Record
from ranke.web.app import make_app
from ranke.web.rates import Rates
from ranke.web.settings import Settings

with warnings.catch_warnings():
    # Starlette would rather have another client than the one that is a dependency anyway.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
HOME = "http://127.0.0.1:8765"
PAGE = {"accept": "text/html"}

HOSTILE_ID = 'evil"><script>alert(1)</script>/../r.json'
HOSTILE_NAME = '<img src=x onerror="alert(1)">'
HOSTILE_TEXT = (
    f"{HOSTILE_NAME} bombed Sylvania <script>alert(1)</script> <svg onload=alert(1)> \u202egnihton\u202c said.\n\n"
    "قال الوزير إن الاتفاق انتهى.\n\n</p></main>{{ 7 * 7 }} javascript:alert(1)\n\n"
)
LONG_ID, LONG_LINE = "long-1", "Freedonia bombed Sylvania again. " + "word " * 200_000

type Act = tuple[str, str, str, str]


def reading(  # noqa: PLR0913 - as many as a report has parts
    report: str,
    day: str,
    text: str,
    acts: Sequence[Act] = (),
    *,
    said: Sequence[tuple[str, str]] = (),
    kinds: Mapping[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
    **event: object,
) -> str:
    """Return a reading as a line of JSON.

    Args:
        report: Its id.
        day: Its day.
        text: Its text; the names, acts and words below stand in it.
        acts: Who, the words of the act, the type, whom.
        said: Who said which words.
        kinds: What an actor is, where it is no country.
        more: Fields of the document.
        event: Fields of the events.
    """
    names = dict.fromkeys([name for who, _, _, whom in acts for name in (who, whom) if name] + [who for who, _ in said])
    ids = {name: f"a{number}" for number, name in enumerate(names, 1)}

    def span(words: str) -> list[int]:
        return [text.index(words), text.index(words) + len(words)]

    actors = [
        {
            "id": ids[name], "name": name, "kind": (kinds or {}).get(name, "country"), "country": None, "sector": "GOV",
            "mentions": [{"span": span(name), "form": "name"}],
        }
        for name in names
    ]  # fmt: skip
    events = [
        {
            "id": f"e{number}", "type": kind, "sources": [ids[who]], "targets": [ids[whom]] if whom else [],
            "trigger": span(words), "evidence": [0, min(len(text), 300)], "date": day, "status": "happened",
            "attribution": [], "core": True, "confidence": 0.2, "rule": "assault.bomb", **event,
        }
        for number, (who, words, kind, whom) in enumerate(acts, 1)
    ]  # fmt: skip
    statements = [
        {
            "id": f"s{number}", "speaker": ids[who], "speaker_span": span(who), "kind": "direct", "cue": None,
            "content": span(words), "attribution": [], "date": day, "events": [],
        }
        for number, (who, words) in enumerate(said, 1)
    ]  # fmt: skip
    document = {"id": report, "date": day, "text": text, **(more or {})}
    return json.dumps({"document": document, "actors": actors, "events": events, "statements": statements})


def sample() -> list[str]:
    """Return readings of a dozen reports."""
    bombed = ("Freedonia", "bombed", "ASSAULT", "Sylvania")
    lines = [
        reading(
            "herald-1", "2020-03-03", "Freedonia bombed Sylvania on Tuesday, killing 12 people. “We had no choice,” "
            "said Rufus Firefly.", [bombed], said=[("Rufus Firefly", "We had no choice")],
            kinds={"Rufus Firefly": "person"}, more={"outlet": "Norland Herald", "title": "Bombs on Sylvania",
            "url": "https://herald.example/1"},
        ),
        reading(
            "times-1", "2020-03-03", "Freedonia bombed Sylvania, which says 40 died.", [bombed],
            more={"outlet": "Sudland Times", "title": "Sylvania counts its dead"},
        ),
        reading(
            "times-2", "2020-03-05", "Envoys of Freedonia met those of Sylvania in Midtown for talks.",
            [("Freedonia", "met", "CONSULT", "Sylvania")], more={"outlet": "Sudland Times"},
            place={"name": "Midtown", "country": None, "span": [47, 54]},
        ),
        reading(
            HOSTILE_ID, "2020-03-06", HOSTILE_TEXT, [(HOSTILE_NAME, "bombed", "ASSAULT", "Sylvania")],
            kinds={HOSTILE_NAME: "organization"}, said=[(HOSTILE_NAME, "<svg onload=alert(1)>")],
            more={"outlet": HOSTILE_NAME, "title": HOSTILE_NAME, "url": "javascript:alert(1)"},
        ),
        reading(LONG_ID, "2020-03-07", LONG_LINE, [bombed]),
    ]  # fmt: skip
    lines += [
        reading(f"daily-{day}", f"2020-04-{day:02}", f"Freedonia accused Sylvania for the {day}th time.",
                [("Freedonia", "accused", "ACCUSE", "Sylvania")], more={"outlet": "The Daily"})
        for day in range(1, 10)
    ]  # fmt: skip
    return lines


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Return a record that no test writes to."""
    with Record(tmp_path_factory.mktemp("room") / "record.db", create=True) as record:
        record.add(sample())
        yield record


@pytest.fixture
def own(made: Record, tmp_path: Path) -> Iterator[Record]:
    """Return a record that a test may write to."""
    path = tmp_path / "record.db"
    with sqlite3.connect(made._store.where) as there, sqlite3.connect(path) as here:
        there.backup(here)
    with Record(path) as record:
        yield record


type Opens = Callable[..., TestClient]


@pytest.fixture(scope="session")
def application(made: Record) -> Any:  # noqa: ANN401 - any application
    """Return an application that tests give other records and settings, as making one takes its time."""
    return make_app(made, Settings(token=TOKEN))


@pytest.fixture
def opens(application: Any) -> Iterator[Opens]:  # noqa: ANN401 - any application
    """Return what opens a room and gives a client of it; one room is open at a time."""
    clients: list[TestClient] = []

    def open_room(record: Record, **settings: Any) -> TestClient:  # noqa: ANN401 - any setting
        application._rates = Rates()
        application.room.__init__(record, Settings(**({"token": TOKEN} | settings)))
        client = TestClient(application, base_url=HOME, raise_server_exceptions=False)
        clients.append(client.__enter__())
        return clients[-1]

    yield open_room
    for client in clients:
        client.__exit__()


@pytest.fixture(scope="session")
def client(made: Record) -> Iterator[TestClient]:
    """Return a client of a room that only reads, as often as it likes."""
    app = make_app(made, Settings(token=TOKEN))
    app._rates.take = lambda *_: 0  # type: ignore[attr-defined]
    with TestClient(app, base_url=HOME, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def judge(own: Record, opens: Opens) -> TestClient:
    """Return a client, as a browser is one, that has entered the token."""
    client = opens(own)
    client.headers.update({"origin": HOME, "sec-fetch-site": "same-origin"})
    done = client.post("/token", data={"token": TOKEN, "back": "/review"}, follow_redirects=False)
    assert done.status_code == 303
    return client
