"""What the tests of the record share: an empty record in each database, and readings to file."""

import importlib.util
import json
import os
import uuid
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

import ranke
from ranke.record import Record

ROOT = Path(__file__).resolve().parents[2]
POSTGRESQL = os.environ.get("RANKE_TEST_POSTGRESQL")
"""URL of a server in which the tests make databases of their own; `.ci/run` starts one."""


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return where a record can be made: once a file, once a database, each gone afterwards."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    if POSTGRESQL is None:
        pytest.skip("no PostgreSQL: run the tests with .ci/with-postgresql make test")
    import psycopg

    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
    yield POSTGRESQL.rpartition("/")[0] + f"/{name}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]


@pytest.fixture
def record(where: str) -> Iterator[Record]:
    """Return an empty record in each kind of database."""
    with Record(where, create=True) as made:
        yield made


@pytest.fixture
def file_record(tmp_path: Path) -> Iterator[Record]:
    """Return an empty record in a file, where the database makes no difference."""
    with Record(tmp_path / "record.db", create=True) as made:
        yield made


@pytest.fixture(scope="session")
def synthetic() -> list[str]:
    """Return the lines of sixty synthetic readings."""
    spec = importlib.util.spec_from_file_location("synthetic", ROOT / "bench" / "synthetic.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    lines = []
    for reading, text in islice(module.readings(60), 60):
        reading["document"]["text"] = text
        lines.append(json.dumps(reading, ensure_ascii=False))
    return lines


@pytest.fixture(scope="session")
def seeds() -> list[tuple[ranke.Report, ranke.Reading]]:
    """Return the two example reports with what they say."""
    return [(report, ranke.read(report)) for report in ranke.reports(ROOT / "examples")]


Line = Callable[..., str]


@pytest.fixture(scope="session")
def line() -> Line:
    """Return a function that makes the line of a short reading: who did what to whom, in a text of one sentence."""
    return make_line


def make_line(  # noqa: PLR0913 - as many as a sentence has parts
    report: str,
    day: str,
    text: str,
    *,
    who: str = "Freedonia",
    whom: str = "Sylvania",
    act: str = "bombed",
    type: str = "ASSAULT",  # noqa: A002 - the format's word
    outlet: str | None = None,
    authority: str | None = None,
    **event: object,
) -> str:
    """Return a reading as a line of JSON; `who`, `whom`, `act` and `authority` are words of the text."""
    actors, ids = [], {}
    for name in dict.fromkeys(one for one in (who, whom, authority) if one):
        start = text.index(name)
        ids[name] = f"a{len(actors) + 1}"
        person = " " in name
        actors.append(
            {
                "id": ids[name],
                "name": name,
                "kind": "person" if person else "organization",
                "country": None,
                "sector": "GOV",
                "mentions": [{"span": [start, start + len(name)], "form": "name"}],
            }
        )
    start = text.index(act)
    full = {
        "id": "e1",
        "type": type,
        "sources": [ids[who]],
        "targets": [ids[whom]] if whom else [],
        "trigger": [start, start + len(act)],
        "evidence": [0, len(text)],
        "date": day,
        "status": "happened",
        "attribution": [ids[authority]] if authority else [],
        "core": True,
        **event,
    }
    document = {"id": report, "date": day, "outlet": outlet, "text": text}
    return json.dumps({"document": document, "actors": actors, "events": [full]})
