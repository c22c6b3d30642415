import pydoc
from importlib.metadata import version
from pathlib import Path

import pytest

import ranke

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def test_all_names_are_there_and_no_others() -> None:
    """What `__all__` promises can be had, and is the whole of it."""
    assert ranke.__all__ == sorted(ranke.__all__)
    for name in ranke.__all__:
        assert getattr(ranke, name)
        assert name in dir(ranke)
    assert set(ranke._HOMES) < set(ranke.__all__)


def test_unknown_name_is_told_as_python_does() -> None:
    """A misspelled name is an AttributeError that names it."""
    with pytest.raises(AttributeError, match="reed"):
        _ = ranke.reed  # type: ignore[attr-defined]


def test_errors_are_one_tree() -> None:
    """One `except ranke.RankeError` catches them all."""
    assert all(issubclass(one, ranke.RankeError) for one in (ranke.ReportError, ranke.TableError, ranke.UsageError))


def test_help_shows_the_verbs_and_nouns() -> None:
    """`help(ranke)` is enough to start with."""
    shown = pydoc.plain(pydoc.render_doc(ranke))
    for name in ("read(", "read_all(", "reports(", "class Reading", "class Report", "RankeError"):
        assert name in shown


def test_version_is_that_of_the_package() -> None:
    """The version stands in one place."""
    assert ranke.__version__ == version("ranke")


def test_read_gives_a_reading_of_the_report() -> None:
    """A reading says which report it is of, and its spans lead back into that report's text."""
    for report in ranke.reports(EXAMPLES):
        reading = ranke.read(report)
        assert isinstance(reading, ranke.Reading)
        assert (reading.document.id, reading.document.date) == (report.id, report.date)
        assert reading.document.characters == len(report.text)
        assert reading.events
        assert all(report.text[slice(*event.trigger)].strip() for event in reading.events)
