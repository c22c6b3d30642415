"""Readings as a database takes them: what they are called, how they are sealed, and without what it can't hold."""

import hashlib
import json
import re
from dataclasses import replace
from typing import Any

from ranke.model import Document, Reading
from ranke.record.filing.incoming import Incoming

_MADE_ID = re.compile(r"[0-9a-f]{16}")
"""An id that the report room made of a text's contents."""

_LABEL = 60
"""Characters of a text that stand for its title."""


def label(head: Document, text: str | None) -> str:
    """Return what a person would call a report: its id, or where that tells nothing, its title or first words."""
    if not _MADE_ID.fullmatch(head.id):
        return head.id
    return " ".join((head.title or (text or "")[:_LABEL]).split()) or head.id


def seal(reading: str, text: str | None) -> str:
    """Return the SHA-256 of a reading and its text as the history keeps them."""
    return hashlib.sha256(json.dumps([reading, text]).encode()).hexdigest()


_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""What Python's text can hold and a database's can't."""


def storable(one: Incoming) -> Incoming:
    """Return a reading as databases take it: what is no character becomes U+FFFD, at the same place."""
    text = _NO_TEXT.sub("\ufffd", one.text) if one.text is not None else None
    told = one.reading.model_dump()
    cleaned = _cleaned(told)
    reading = one.reading if cleaned is told else Reading.model_validate(cleaned)
    return one if reading is one.reading and text == one.text else replace(one, reading=reading, text=text)


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - whatever a reading holds
    """Return a value with all its texts as databases take them; the value itself where they are."""
    if isinstance(value, str):
        return _NO_TEXT.sub("\ufffd", value) if _NO_TEXT.search(value) else value
    if isinstance(value, dict):
        parts = {name: _cleaned(one) for name, one in value.items()}
        return parts if any(parts[name] is not one for name, one in value.items()) else value
    if isinstance(value, (list, tuple)):
        some = [_cleaned(one) for one in value]
        return some if any(one is not other for one, other in zip(some, value, strict=True)) else value
    return value
