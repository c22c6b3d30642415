"""`ranke check`: whatever was changed behind Ranke's back is told."""

import sqlite3
from pathlib import Path

import pytest

from ranke.record import Record


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE version SET text = replace(text, 'e', 'a')", "changed after it was filed"),
        ("UPDATE version SET reading = replace(reading, 'CONSULT', 'ASSAULT')", "changed after it was filed"),
        ("UPDATE account SET evidence_start = evidence_start + 1", "the words of a row in account do not stand"),
        ("UPDATE statement SET words = words || '!'", "the words of a row in statement do not stand"),
        ("DELETE FROM statement WHERE number = (SELECT min(number) FROM statement)", "are not those of its reading"),
        ("UPDATE account SET event = NULL WHERE number = 1", "1 rows belong to no event"),
        ("UPDATE report SET story = NULL", "belong to no story"),
        ("INSERT INTO actor SELECT 999999, id, name, folded, kind, country, sector, first, last, 0 FROM actor LIMIT 1",
         "row 999999 rests on nothing"),
        ("UPDATE version SET state = 'withdrawn' WHERE version = 1", "rests on no current version"),
        ("DELETE FROM signature", "points at a row of signature that is not there"),
    ],
)  # fmt: skip
def test_damage_is_told(tmp_path: Path, synthetic: list[str], damage: str, told: str) -> None:
    """Hashes, spans, references and groups."""
    path = tmp_path / "my.db"
    with Record(path, create=True) as record:
        record.add(synthetic[:8])
        assert record.check() == []
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    connection.close()
    with Record(path) as record:
        assert any(told in one for one in record.check()), record.check()[:3]
