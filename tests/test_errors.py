"""Errors: one tree, with a message that says where."""

import pytest

import ranke
from ranke import errors
from ranke.errors import RankeError, RecordError, ReportError, TableError, UsageError


def test_one_base_catches_all() -> None:
    """Every error of the module is a RankeError, and `ranke` exports it."""
    found = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)]
    assert set(found) == {RankeError, UsageError, ReportError, RecordError, TableError}
    for one in found:
        assert issubclass(one, RankeError)
        assert getattr(ranke, one.__name__) is one


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    """The drawing names each error."""
    for name in ("RankeError", "UsageError", "ReportError", "RecordError", "TableError"):
        assert name in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("path", "line", "text"),
    [
        ("", None, "no date"),
        ("news.csv", None, "news.csv: no date"),
        ("news.csv", 3, "news.csv:3: no date"),
        ("-", 1, "-:1: no date"),
    ],
)
def test_a_report_error_says_where(path: str, line: int | None, text: str) -> None:
    """File and line stand before the message, as far as they are known, and are kept apart from it."""
    error = ReportError("no date", path=path, line=line)
    assert str(error) == text
    assert (error.message, error.path, error.line) == ("no date", path, line)
