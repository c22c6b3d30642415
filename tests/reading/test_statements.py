"""Statements: cue, content, speaker, addressee and relays, on sentences of our own and on the two reports in examples/."""

import time
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from spacy.tokens import Doc

from ranke.errors import TableError
from ranke.reading import cues
from ranke.reading.parser import parse
from ranke.reading.parts import StatementPart
from ranke.reading.statements import find_statements

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLE = tomllib.loads((files("ranke.reading") / "cues.toml").read_text(encoding="utf-8"))
ENTRIES = [(frame, key, text) for frame, table in TABLE.items() if frame != "words" for key, text in table.items()]


def read(text: str) -> tuple[Doc, list[StatementPart]]:
    doc = parse(text)
    return doc, find_statements(doc)


def facts(text: str) -> list[tuple[str | None, str | None, str]]:
    """Return (speaker, cue, content) of every statement of a text."""
    doc, parts = read(text)
    return [
        (
            doc[part.speaker].text if part.speaker is not None else None,
            text[slice(*part.cue)] if part.cue else None,
            text[slice(*part.content)],
        )
        for part in parts
    ]


def one(text: str) -> tuple[Doc, StatementPart]:
    doc, parts = read(text)
    assert len(parts) == 1, facts(text)
    return doc, parts[0]


@pytest.mark.parametrize(("frame", "key", "text"), ENTRIES, ids=lambda value: str(value)[:30])
def test_example_of_every_entry_is_read(frame: str, key: str, text: str) -> None:
    """Each entry of the table finds the content that its example has in braces."""
    content = text[text.index("{") + 1 : text.index("}")]
    plain = text.replace("{", "").replace("}", "")
    doc, parts = read(plain)
    contents = [plain[slice(*part.content)].strip("\"”.,") for part in parts]
    assert content in contents, (frame, key, contents)
    part = parts[contents.index(content)]
    assert part.speaker is not None
    assert part.cue_token is not None
    assert doc[part.cue_token].lemma_.lower() in (key.split()[0], doc[part.cue_token].lower_) or frame == "source"


def test_table_is_large_enough_and_its_keys_are_distinct() -> None:
    """The table holds at least two hundred cues by lemma and frame."""
    assert len({(frame, key) for frame, key, _ in ENTRIES}) == len(ENTRIES) >= 200
