import json
from pathlib import Path

import pytest

from ranke.cli import ALL_READ, NOTHING_READ, main
from ranke.record import Record


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Return a record of one report."""
    text = "Norland met Sudland."
    actors = [
        {"id": one, "name": name, "kind": "country", "country": None, "sector": "GOV",
         "mentions": [{"span": [text.index(name), text.index(name) + 7], "form": "name"}]}
        for one, name in (("a1", "Norland"), ("a2", "Sudland"))
    ]  # fmt: skip
    event = {
        "id": "e1", "type": "CONSULT", "sources": ["a1"], "targets": ["a2"], "trigger": [8, 11], "evidence": [0, 20],
        "date": "2020-01-02", "status": "happened", "attribution": [], "core": True, "confidence": 0.9,
        "rule": "consult.meet",
    }  # fmt: skip
    line = json.dumps(
        {"document": {"id": "r1", "date": "2020-01-03", "text": text}, "actors": actors, "events": [event]}
    )
    where = tmp_path / "my.db"
    with Record(where, create=True) as record:
        record.add([line])
    return str(where)


def test_site_writes_a_folder(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how many pages there are, and what to open; standard output stays empty."""
    out = tmp_path / "pages"
    assert main(["site", "--record", db, str(out)]) == ALL_READ
    pages = sum(1 for _ in out.rglob("*.html"))
    assert capsys.readouterr() == ("", f"ranke: {pages} pages; open {out / 'index.html'}\n")
    assert "Norland" in (out / "index.html").read_text(encoding="utf-8")
    (out / "mine.txt").write_text("mine")
    assert main(["site", "--record", db, str(out)]) == NOTHING_READ
    assert "mine.txt, which ranke site has not written" in capsys.readouterr().err


def test_report_writes_a_page_and_over_its_own(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twice is the same file; nothing is left beside it."""
    out = tmp_path / "my.html"
    assert main(["report", str(out), "--record", db]) == ALL_READ
    assert capsys.readouterr() == ("", f"ranke: open {out}\n")
    before = out.read_bytes()
    assert b"Norland" in before
    assert main(["report", str(out), "--record", db]) == ALL_READ
    assert out.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["my.db", "my.html"]


@pytest.mark.parametrize("content", [b"", b"<!doctype html>\n<p>mine", b"\xff\x00"])
def test_report_never_writes_over_anything_else(
    db: str, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is no page of an earlier run stays as it is."""
    out = tmp_path / "mine.html"
    out.write_bytes(content)
    assert main(["report", str(out), "--record", db]) == NOTHING_READ
    assert "is no page of ranke report; name another file" in capsys.readouterr().err
    assert out.read_bytes() == content


def test_views_and_limits_are_taken(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As elsewhere: a day, a source, a number; what is none is told in one sentence."""
    out = tmp_path / "my.html"
    assert main(["report", str(out), "--record", db, "--as-of", "2019-12-31", "--limit", "3"]) == ALL_READ
    assert "No event" in out.read_text(encoding="utf-8")
    assert main(["report", str(tmp_path / "b.html"), "--record", db, "--without", "Nobody"]) == NOTHING_READ
    assert main(["report", str(tmp_path / "no" / "b.html"), "--record", db]) == NOTHING_READ
    assert main(["report", str(tmp_path), "--record", db]) == NOTHING_READ
    assert main(["site", str(tmp_path / "c"), "--record", db, "--as-of", "soon"]) == NOTHING_READ
    told = capsys.readouterr().err.splitlines()[1:]
    assert len(told) == 4
    assert all(line.startswith("ranke: ") for line in told)
