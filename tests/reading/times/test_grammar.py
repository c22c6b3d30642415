"""The forms of time expressions, before they are resolved."""

from ranke.reading.times.grammar import find, fold


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the kind and the words of each expression."""
    return [(found.kind, text[found.start : found.end]) for found in find(text)]


def test_longest_form_wins() -> None:
    """The earliest expression is taken, and of those that start there the longest."""
    assert kinds("on Monday, July 1, 2019, at noon") == [("date", "Monday, July 1, 2019"), ("clock", "noon")]
    assert kinds("next Friday, May 31.") == [("date", "next Friday, May 31")]


def test_capitals_tell_months_from_verbs() -> None:
    """Only a capital makes "May" and "March" months; "july" is always one."""
    assert kinds("may march july") == [("month", "july")]
    assert kinds("In May") == [("month", "May")]


def test_numbers() -> None:
    """A number glued to letters, money or a percent sign is no part of a date."""
    assert kinds("F16 July") == [("month", "July")]
    assert kinds("$2011 and 2011% and 2,011") == []


def test_fold_keeps_places() -> None:
    """Folding never moves a character."""
    text = "İstanbul’s 5–7 May"
    assert len(fold(text)) == len(text)
    assert fold(text).endswith("5-7 may")
