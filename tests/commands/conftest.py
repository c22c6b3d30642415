"""A record that answers what a test gives it, and remembers what it was asked."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import pytest

from ranke.errors import RecordError, ReportError
from ranke.model import Report


class FakeRecord:
    """Stands in for `ranke.Record`: each question returns what `answers` holds for it, and is kept in `asked`."""

    answers: dict[str, Any]
    asked: list[tuple[str, tuple[Any, ...], dict[str, Any]]]
    opened: list[tuple[str, bool]]

    def __init__(self, where: str, *, create: bool = False) -> None:
        self.opened.append((str(where), create))
        if str(where) == "none.db":
            message = "no record at none.db"
            raise RecordError(message)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Keep nothing open."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def ask(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - any question
            self.asked.append((name, given, named))
            answer = self.answers[name]
            if isinstance(answer, Exception):
                raise answer
            return answer(*given, **named) if callable(answer) else answer

        return ask


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> type[FakeRecord]:
    """Put the fake in the place of the record; its class holds what was asked."""
    monkeypatch.setattr(FakeRecord, "answers", {}, raising=False)
    monkeypatch.setattr(FakeRecord, "asked", [], raising=False)
    monkeypatch.setattr(FakeRecord, "opened", [], raising=False)
    monkeypatch.setattr("ranke.record.Record", FakeRecord)
    monkeypatch.setenv("RANKE_RECORD", "my.db")
    monkeypatch.setenv("COLUMNS", "120")
    for name in ("NO_COLOR", "FORCE_COLOR", "RANKE_AUTHOR"):
        monkeypatch.delenv(name, raising=False)
    return FakeRecord


@pytest.fixture
def filed(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Put a filing in the place of the reader: each report became what `became` says by its id, else it is new."""
    kept = SimpleNamespace(became={}, options=[])

    def read_into(record: object, reports: Iterable[Report], **options: object) -> Iterator[tuple[Report, str]]:
        assert isinstance(record, FakeRecord)
        kept.options.append(options)
        for report in reports:
            yield report, kept.became.get(report.text.split()[0], "new")

    monkeypatch.setattr("ranke.batch.read_into", read_into)
    return kept


@pytest.fixture
def adding() -> Callable[..., Any]:
    """Return a filing of lines: those that say "bad" are errors, all others are new readings."""

    def add(
        lines: Iterable[str],
        *,
        path: str,
        on_error: Callable[[ReportError], None],
        on_filed: Callable[[SimpleNamespace], None],
    ) -> None:
        for number, line in enumerate(lines, 1):
            if "bad" in line or "\\x" in line:
                on_error(ReportError("no JSON", path=path, line=number))
            else:
                on_filed(SimpleNamespace(new=1, corrected=0, known=0))

    return add


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two reports and one that has no date."""
    (tmp_path / "one.txt").write_text("Date: 2020-03-03\n\nMidtown was shelled.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Date: 2020-03-04\n\nUptown was shelled.\n", encoding="utf-8")
    (tmp_path / "undated.txt").write_text("Downtown was shelled.\n", encoding="utf-8")
    return tmp_path
