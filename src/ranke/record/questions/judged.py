"""What people decided already, by the entries that it is about now, so that nobody is asked twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from ranke.record.filing.judgements import Anchor, Judgement, find, joins, judgements
from ranke.record.keeping import schema
from ranke.record.keeping.store import rows_in
from ranke.record.questions.lens import Lens

type Pair = frozenset[int]
"""Two things by number."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged.

    Args:
        events: Events of which people said anything.
        actors: Pairs of actors of which they did.
        signatures: Pairs of signatures of one actor of which they did.
        settled: Actors that people put together, or took something out of.
    """

    events: frozenset[int]
    actors: frozenset[Pair]
    signatures: frozenset[Pair]
    settled: frozenset[int]

    @classmethod
    def of(cls, lens: Lens) -> "Judged":
        """Return what the judgements in force are about."""
        given = judgements(lens.connection, in_force=True)
        on_events = [one for one in given if one.what == "event"]
        on_actors = [one for one in given if one.what == "actor"]
        accounts = find(lens.connection, _anchors(on_events), "event")
        rows = rows_in(lens.connection, schema.account, "number", sorted(set(accounts.values())))
        signatures: set[Pair] = set()
        actors: set[Pair] = set()
        settled: set[int] = set()
        places = find(lens.connection, _anchors(on_actors), "actor")
        entries = rows_in(lens.connection, schema.appearance, "number", sorted(set(places.values())))
        signed = {row.number: row.signature for row in entries}
        home = lens.actors_of(signed)
        for one in on_actors:
            sides = [[places[anchor] for anchor in side if anchor in places] for side in one.sides]
            pairs = [*combinations(sides[0], 2)] if len(sides) == 1 else [*product(*sides[:2])]
            signatures.update(frozenset({signed[a], signed[b]}) for a, b in pairs)
            actors.update(frozenset({home[a], home[b]}) for a, b in pairs)
            if joins(one) or one.kind == "split":
                settled.update(home[number] for side in sides for number in side)
        return cls(frozenset(row.event for row in rows), frozenset(actors), frozenset(signatures), frozenset(settled))


def _anchors(given: Iterable[Judgement]) -> list[Anchor]:
    return [anchor for one in given for side in one.sides for anchor in side]
