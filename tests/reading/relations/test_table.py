"""The table of relations: checked when it is read, and each entry does what its example says."""

from typing import Any

import pytest

from ranke.errors import TableError
from ranke.model import Report
from ranke.reading import read
from ranke.reading.relations.table import Effect, Phrase, table
from ranke.tables import read_toml

RAW = read_toml("ranke.reading.relations", "relations.toml")
ENTRIES = [
    pytest.param(row, id=f"{part}.{name}")
    for part in ("noun", "verb", "sign", "adjective", "phrase")
    for name, row in RAW[part].items()
]


@pytest.mark.parametrize("row", ENTRIES)
def test_each_example_is_read_as_its_entry_says(row: dict[str, Any]) -> None:
    """One relation, of the two parties named, with the entry's change, and a word of the entry in the sentence."""
    report = Report(id="r1", date="2024-05-01", text=row["example"])
    reading = read(report)
    names = {actor.id: actor.name for actor in reading.actors}
    change = row.get("change") or row.get("plain") or row["bad"]
    found = [({names[one] for one in relation.parties}, relation.change) for relation in reading.relations]
    assert found == [(set(row["parties"]), change)]


@pytest.mark.parametrize("part", ["noun", "verb", "sign", "adjective"])
def test_words_are_clean(part: str) -> None:
    """Lower case, no blanks around, each once in its part."""
    words = [word for row in RAW[part].values() for word in row["words"]]
    assert words == [word.strip().lower() for word in words]
    assert len(words) == len(set(words))


def test_words_that_stand_everywhere_are_no_anchor() -> None:
    """A phrase is looked up by its telling word, so that "with" is not looked at in each sentence."""
    assert Phrase(("break", "with"), ("with",), "breaks").anchor == "break"
    assert Phrase(("bury", "hatchet"), ("with",), "improves").anchor == "hatchet"
    assert {"with", "to", "from", "out"}.isdisjoint(table().phrases)


def test_an_effect_depends_on_the_noun() -> None:
    """What grows is better for ties and worse for tensions."""
    grow = Effect("improves", "improves", "worsens")
    assert [grow.on(sort) for sort in ("plain", "good", "bad")] == ["improves", "improves", "worsens"]


@pytest.mark.parametrize(
    ("part", "row", "message"),
    [
        ("verb", {"words": ["mend"], "plain": "better"}, "change 'better' is none of"),
        ("verb", {"words": ["mend"], "plain": "improves", "colour": "red"}, "unknown field colour"),
        ("verb", {"words": ["mend"], "plain": "improves", "use": "now"}, "use 'now' is none of"),
        ("verb", {"words": ["sever"], "plain": "improves"}, "'sever' stands twice"),
        ("noun", {"words": [], "sort": "plain"}, "it needs words"),
    ],
)
def test_a_broken_table_is_refused(
    monkeypatch: pytest.MonkeyPatch, part: str, row: dict[str, Any], message: str
) -> None:
    """An unknown change or field, a missing example or a doubled word stops with its place in the table."""
    example = {"example": "Fiji and Peru met.", "parties": ["Fiji", "Peru"]}
    broken = {**RAW, part: {**RAW[part], "odd": {**example, **row}}}
    if part == "verb" and row["words"] == ["mend"]:
        broken["verb"].pop("mend")
    monkeypatch.setattr("ranke.tables.read_toml", lambda *_: broken)
    with pytest.raises(TableError, match=message):
        table.__wrapped__()
