"""When a relation turned or held."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.model import DateValue
from ranke.reading.relations.changes import said_of
from ranke.reading.relations.periods import period
from ranke.reading.relations.table import table
from ranke.reading.times.find import find_times

Parse = Callable[[str], Doc]


def when(doc: Doc, spoken: DateValue | None = None) -> DateValue:
    """Return the period of the first noun in a text of May 2024."""
    noun = next(token for token in doc if token.lemma_ in ("tie", "relation"))
    said = said_of(noun, table().nouns[noun.lemma_])
    assert said is not None
    return period(doc, said, noun, find_times(doc, "2024-05-01"), "2024-05-01", spoken)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ties between Chad and Niger soured in 2011.", "2011"),
        ("Ties between Chad and Niger have soured since 2011.", "2011/"),
        ("Ties between Chad and Niger have been good since the treaty of 2011.", "2011/"),
        ("Ties between Chad and Niger have seen apathy following the outbreak of war in 2011.", "2011/"),
        ("Ties between Chad and Niger soured after the outbreak of war in 2011.", "2011"),
        ("Ties between Chad and Niger soured.", None),
        ("Ties between Chad and Niger have been good for ten years.", None),
    ],
)
def test_a_date_of_its_own(doc_of: Parse, text: str, value: str | None) -> None:
    """A date in the clause, or within what it follows; what lasts since then is open."""
    found = when(doc_of(text))
    assert found.value == value
    assert (text[slice(*found.span)] if found.span else None) == (value.rstrip("/") if value else None)


@pytest.mark.parametrize(
    ("text", "spoken", "value"),
    [
        ("Ties between Chad and Niger are good.", "2017-03-02", "2017-03-02"),
        ("Ties between Chad and Niger resumed.", "2017-03-02", None),
        ("Ties between Chad and Niger resumed.", "2017", "2017"),
        ("Ties between Chad and Niger resumed in 2015.", "2017", "2015"),
    ],
)
def test_the_day_of_speaking(doc_of: Parse, text: str, spoken: str, value: str | None) -> None:
    """What is so now is so on that day; what is past only lies in the same month or year."""
    assert when(doc_of(text), DateValue(value=spoken)).value == value
