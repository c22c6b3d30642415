"""Events → pairs of who acts and who is acted on, for formats that have one of each in a row."""

from collections.abc import Iterator

from ranke.answers import ActorFacts, WholeEvent

type Dyad = tuple[ActorFacts | None, ActorFacts | None]


def dyads(one: WholeEvent) -> Iterator[Dyad]:
    """Yield each source with each target; a side that nobody is named on is null.

    A mutual event, such as talks, has both parties on both sides: nobody is paired with itself.
    """
    found = False
    for source in one.sources or (None,):
        for target in one.targets or (None,):
            if source is None or target is None or source.who.id != target.who.id:
                found = True
                yield source, target
    if not found:
        yield one.sources[0], None


def ids(one: WholeEvent, dyad: Dyad) -> tuple[str, str, str]:
    """Return the ids of an event and of a pair, "" where nobody is named."""
    source, target = dyad
    return one.event.id, source.who.id if source else "", target.who.id if target else ""
