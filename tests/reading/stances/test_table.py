"""The table of stances: checked when it is read, and each entry does what its example says."""

from typing import Any

import pytest

from ranke.errors import TableError
from ranke.model import Report
from ranke.reading import read
from ranke.reading.stances.table import Word, opposite, table
from ranke.tables import read_toml

RAW = read_toml("ranke.reading.stances", "stances.toml")
PARTS = ("verb", "adjective", "noun", "person", "quality", "deed")
ENTRIES = [pytest.param(row, id=f"{part}.{name}") for part in PARTS for name, row in RAW[part].items()]


@pytest.mark.parametrize("row", ENTRIES)
def test_each_example_is_read_as_its_entry_says(row: dict[str, Any]) -> None:
    """One stance, of the holder to the target named, with the entry's polarity."""
    reading = read(Report(id="r1", date="2024-05-01", text=row["example"]))
    names = {actor.id: actor.name for actor in reading.actors}
    found = [(names[one.holder], names.get(one.target, one.target), one.polarity) for one in reading.stances]
    assert found == [(*row["stance"], row["polarity"])]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("field", ["words", "nouns"])
def test_words_are_clean(part: str, field: str) -> None:
    """Lower case, no blanks around, each once in its part."""
    words = [word for row in RAW[part].values() for word in row.get(field, ())]
    assert words == [" ".join(word.lower().split()) for word in words]
    assert sorted(words) == sorted(set(words))


def test_each_class_of_words_is_clean() -> None:
    """Lower case, and each word once."""
    for words in RAW["words"].values():
        assert sorted(words) == sorted({word.lower() for word in words})


def test_a_verb_with_a_preposition_is_looked_up_by_its_verb() -> None:
    """The second word says where the target stands."""
    assert Word("positive", ("by",)) in table().verbs["stand"]
    assert Word("negative", ("against",)) in table().verbs["stand"]


def test_opposites() -> None:
    """Each polarity is the other's opposite."""
    assert (opposite("positive"), opposite("negative")) == ("negative", "positive")


@pytest.mark.parametrize(
    ("part", "row", "message"),
    [
        ("noun", {"words": ["awe"], "polarity": "good"}, "polarity 'good' is neither"),
        ("noun", {"words": ["awe"], "polarity": "positive", "colour": "red"}, "unknown field colour"),
        ("noun", {"words": [], "polarity": "positive"}, "it needs words"),
        ("quality", {"words": ["unlawful"], "polarity": "positive"}, "'unlawful' is said to be both"),
    ],
)
def test_a_broken_table_is_refused(
    monkeypatch: pytest.MonkeyPatch, part: str, row: dict[str, Any], message: str
) -> None:
    """An unknown field or polarity, an entry without words, or a word of two minds stops with its place."""
    odd = {"example": "Fiji admires Peru.", "stance": ["Fiji", "Peru"], **row}
    monkeypatch.setattr("ranke.tables.read_toml", lambda *_: {**RAW, part: {**RAW[part], "odd": odd}})
    table.cache_clear()
    with pytest.raises(TableError, match=message):
        table()
    monkeypatch.undo()
    table.cache_clear()
    assert table().nouns
