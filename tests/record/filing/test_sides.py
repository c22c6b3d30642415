"""The sides of events and the ties between actors, which are kept beside them, always follow from the evidence."""

from collections.abc import Callable
from itertools import combinations

from sqlalchemy import select

from ranke.record import Record
from ranke.record.keeping import schema

Line = Callable[..., str]


def kept(record: Record) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """Return the rows of sides and of ties that the record keeps."""
    with record._store.asking() as connection:
        parties = {tuple(row) for row in connection.execute(select(schema.event_party))}
        return parties, {tuple(row) for row in connection.execute(select(schema.tie))}


def follows(record: Record) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """Return what they should be, from the accounts of each event and the actors that these name."""
    account, party, signature, event = schema.account, schema.party, schema.signature, schema.event
    query = (
        select(event, party.c.role, signature.c.actor)
        .join(account, account.c.event == event.c.number)
        .join(party, party.c.account == account.c.number)
        .join(schema.appearance, schema.appearance.c.number == party.c.appearance)
        .join(signature, signature.c.number == schema.appearance.c.signature)
        .where(party.c.role != "authority")
    )
    with record._store.asking() as connection:
        rows = connection.execute(query).all()
    parties = {(row.number, row.actor, row.role, row.first) for row in rows}
    ties = set()
    for row in rows:
        here = {(actor, role) for number, actor, role, _ in parties if number == row.number}
        for one, other in combinations(sorted({actor for actor, _ in here}), 2):
            across = {(one, "source"), (other, "target")} <= here or {(one, "target"), (other, "source")} <= here
            done = row.status in {"happened", "ongoing"}
            if not row.rejected:
                told = (row.id, row.type, row.first, row.last, row.intensity, row.goldstein)
                ties.add((one, other, row.number, int(across), int(done), *told))
    return parties, ties


def test_sides_and_ties_follow_from_the_evidence_whatever_is_done(file_record: Record, synthetic: list[str]) -> None:
    """Filing in parts, judgements, their undoing and withdrawals leave no row too many and none missing."""
    for start in range(0, 60, 20):
        file_record.add(synthetic[start : start + 20])
        assert kept(file_record) == follows(file_record)
    one, other, *_ = [row.who.id for row in file_record.actors(kind="country")]
    merged = file_record.merge(one, other)
    assert kept(file_record) == follows(file_record)
    event = file_record.timeline(actor=one)[0]
    file_record.reject(event.id)
    assert kept(file_record) == follows(file_record)
    file_record.undo(merged.number)
    assert kept(file_record) == follows(file_record)
    file_record.withdraw(event.evidence.report)
    assert kept(file_record) == follows(file_record)
    assert all(kept(file_record))


def test_the_events_of_two_who_become_one_are_the_ones_of_both(record: Record, line: Line) -> None:
    """A merge changes who takes part in events that were filed long before, and its undoing changes it back."""
    record.add([
        line("r1", "2024-05-02", "Freedonia bombed Sylvania."),
        line("r2", "2024-06-02", "Ruritania bombed Sylvania.", who="Ruritania"),
        line("r3", "2024-07-02", "Freedonia bombed Ruritania.", whom="Ruritania"),
    ])  # fmt: skip
    merged = record.merge("Freedonia", "Ruritania")
    (edge,) = record.network().edges
    assert (edge.events, {edge.one.name, edge.other.name} >= {"Sylvania"}) == (2, True)
    assert len(record.timeline(actor="Freedonia")) == 3
    assert len(record.timeline(actor="Freedonia", with_="Sylvania")) == 2
    # Whoever is asked for with itself is on a side of all its events.
    assert len(record.timeline(actor="Freedonia", with_="Ruritania")) == 3
    record.undo(merged.number)
    assert [edge.events for edge in record.network().edges] == [1, 1, 1]
    assert len(record.timeline(actor="Freedonia", with_="Ruritania")) == 1


def test_what_did_not_happen_is_a_tie_but_no_act(record: Record, line: Line) -> None:
    """A denied deed is told of both together, and is no edge between them."""
    record.add([line("r1", "2024-05-02", "Freedonia bombed Sylvania.", status="denied")])
    assert not record.network().edges
    assert len(record.timeline(actor="Freedonia", with_="Sylvania")) == 1
