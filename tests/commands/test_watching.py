from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ranke.cli import ALL_READ, INTERRUPTED, NOTHING_READ, SOME_NOT_READ, main
from ranke.errors import ReportError
from ranke.model import Report
from ranke.watch import Found
from ranke.watch.state import Seen

type Fake = Any
"""The class of the fake record, see conftest.py."""
FEED = "https://herald.example/rss"


class FakeWatch:
    """Stands in for `ranke.watch.Watch`: what each feed holds is in `feeds`; `told` keeps what it was told."""

    feeds: dict[str, list[Found] | ReportError]
    told: list[str]

    def __init__(self, fetcher: object, state: object, *, pages: bool) -> None:
        self.told.append(f"pages {pages}")
        del fetcher, state

    def visit(self, feed: str) -> Iterator[Found]:
        """Yield what a feed holds."""
        found = self.feeds[feed]
        if isinstance(found, ReportError):
            raise found
        yield from found

    def filed(self, found: Found) -> None:
        """Keep what is told."""
        self.told.append(f"filed {found.key}")

    def finish(self, feed: str) -> None:
        """Keep what is told."""
        self.told.append(f"finished {feed}")


@pytest.fixture
def watch(record: Fake, filed: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> type[FakeWatch]:
    """Put the fake in the place of the watch, in an empty folder."""
    monkeypatch.setattr(FakeWatch, "feeds", {FEED: []}, raising=False)
    monkeypatch.setattr(FakeWatch, "told", [], raising=False)
    monkeypatch.setattr("ranke.watch.Watch", FakeWatch)
    monkeypatch.chdir(tmp_path)
    del record, filed
    return FakeWatch


def found(key: str, *, error: str = "", text: str = "Midtown was shelled.") -> Found:
    """Return an entry with a report, unless its text is empty."""
    report = Report(id=key, date="2020-03-03", text=text) if text else None
    return Found(FEED, key, report, ReportError(error, path=key) if error else None, Seen("m", key))


def test_what_is_new_is_filed_and_then_remembered(watch: type[FakeWatch], capsys: pytest.CaptureFixture[str]) -> None:
    """Each report is filed before it is remembered, a few at a time, and the feed is finished last."""
    watch.feeds = {FEED: [found(str(n)) for n in range(7)]}
    assert main(["watch", FEED, "--once"]) == ALL_READ
    assert watch.told == ["pages True", *(f"filed {n}" for n in range(7)), f"finished {FEED}"]
    assert capsys.readouterr() == ("", "ranke: 7 new\n")


def test_what_is_not_read_is_told(watch: type[FakeWatch], capsys: pytest.CaptureFixture[str]) -> None:
    """A page that can't be got is told, and costs nothing where the entry is read instead; a feed costs itself."""
    watch.feeds = {
        FEED: [found("a", error="gone"), found("b", error="empty", text="")],
        "https://gazette.example/rss": ReportError("no feed", path="https://gazette.example/rss"),
    }
    assert main(["watch", *watch.feeds, "--once", "--no-pages"]) == SOME_NOT_READ
    assert capsys.readouterr().err.splitlines() == [
        "ranke: a: gone",
        "ranke: b: empty",
        "ranke: https://gazette.example/rss: no feed",
        "ranke: 1 new, 2 not read",
    ]
    assert watch.told == ["pages False", "filed a", "filed b", f"finished {FEED}"]
    assert main(["watch", "https://gazette.example/rss", "--once"]) == NOTHING_READ


def test_nothing_new(watch: type[FakeWatch], capsys: pytest.CaptureFixture[str]) -> None:
    """A round in which there is nothing new says so."""
    assert main(["watch", FEED, "--once"]) == ALL_READ
    assert capsys.readouterr().err == "ranke: nothing new\n"
    assert watch.told[-1] == f"finished {FEED}"


def test_it_looks_again_until_it_is_stopped(
    watch: type[FakeWatch], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It waits as long as it is told to, and Ctrl-C ends it with what was filed safe."""
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", sleep)
    watch.feeds = {FEED: [found("a")]}
    assert main(["watch", FEED, "--every", "5"]) == INTERRUPTED
    assert slept == [300, 300]
    assert capsys.readouterr().err == "ranke: 1 new\nranke: 1 new\nranke: stopped\n"


def test_stopped_while_it_files(
    watch: type[FakeWatch], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was not filed when it was stopped is not remembered."""

    def read_into(_: object, reports: Iterable[Report]) -> Iterator[tuple[Report, str]]:
        yield next(iter(reports)), "new"
        raise KeyboardInterrupt

    monkeypatch.setattr("ranke.batch.read_into", read_into)
    watch.feeds = {FEED: [found("a"), found("b")]}
    assert main(["watch", FEED, "--once"]) == INTERRUPTED
    assert watch.told == ["pages True"]
    assert capsys.readouterr().err == "ranke: 1 new\nranke: stopped\n"


def test_feeds_from_a_file(watch: type[FakeWatch], tmp_path: Path) -> None:
    """A file names a feed on each line, with comments; each feed is looked into once."""
    (tmp_path / "feeds.txt").write_text(f"# mine\n{FEED}\n\n  {FEED}\n")
    assert main(["watch", "feeds.txt", FEED, "--once"]) == ALL_READ
    assert watch.told == ["pages True", f"finished {FEED}"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["gone.txt"], "'gone.txt' is no address of http or https, and no file that can be read"),
        (["bad.txt"], "bad.txt: 'ftp://a' is no address of http or https; write one feed on each line"),
        (["empty.txt"], "no feed in empty.txt; write one address on each line"),
        ([FEED, "--record", "postgresql://me@host/db"], "name a file to remember in with --state watch.json"),
        ([FEED, "--state", "bad.txt"], "bad.txt does not hold what ranke watch remembers"),
        ([FEED, "--once", "--every", "5"], "not allowed with argument"),
        ([FEED, "--every", "0"], "'0' is not a whole number from 1"),
    ],
)
def test_wrong_words(
    watch: type[FakeWatch], tmp_path: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong with the command is told in one line before anything is fetched."""
    (tmp_path / "bad.txt").write_text("ftp://a\n")
    (tmp_path / "empty.txt").write_text("# none\n")
    assert main(["watch", *words]) == NOTHING_READ
    assert told in capsys.readouterr().err
    assert watch.told == []


def test_without_a_record(
    watch: type[FakeWatch], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has to be said where to file."""
    monkeypatch.delenv("RANKE_RECORD")
    assert main(["watch", FEED, "--once"]) == NOTHING_READ
    assert "which record?" in capsys.readouterr().err
    assert watch.told == []
