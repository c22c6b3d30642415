from collections.abc import Callable

from ranke.answers import Changes, ConflictRow, EventRow, Rows, Who
from ranke.views.changes import changes_view

type Written = Callable[..., str]


def test_changes_are_new_confirmed_disputed_and_named(
    event_row: Callable[..., EventRow], written: Written, ada: Who
) -> None:
    """What one learned since a day, in this order."""
    conflict = ConflictRow("e7", "2020-03-02", "ASSAULT", "number", "contradiction", ())
    rows = Rows([event_row()])
    shown = written(changes_view(Changes("2020-03-01", rows, rows, Rows([conflict]), (ada,))))
    parts = "Since 2020-03-01", "New\n", "Confirmed by others", "New conflicts", "New names", "Ada Berg a1"
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_no_change_is_said(written: Written) -> None:
    """Nothing new is an answer."""
    assert "Nothing new." in written(changes_view(Changes("2020-03-01", Rows(), Rows(), Rows(), ())))
