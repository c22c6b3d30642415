"""Who is in the record: all actors, one of them, two of them, and the network between them."""

from ranke.answers import ActorRow, EdgeRow, EventRow, Rows, StatementRow
from ranke.record import Record
from ranke.web.answered import Answered
from ranke.web.asked import WHOLE, ActorsAsked, NetworkAsked, RelationsAsked, StatementsAsked, WholeAsked
from ranke.web.pages.listed import listed
from ranke.web.paging import Part, Place, by_day

_ACTORS = 60
_STATEMENTS = 40
_EDGES = 60


def actors(record: Record, asked: ActorsAsked) -> Answered:
    """Return the actors of the record, those of most events first."""
    narrowed = asked.model_dump(include={"kind", "country", "sector"}) | {"search": asked.search or ""}

    def part(place: Place, size: int) -> Part:
        rows = record.actors(**narrowed, skip=place.skip, limit=size, **asked.view)
        return Part(tuple(rows), rows.more, Place(place.skip + len(rows)) if rows.more and rows else None)

    return listed("actors", "Actors", ActorRow, asked, part, shown=_ACTORS)


def actor(record: Record, asked: WholeAsked, actor: str) -> Answered:
    """Return the dossier of an actor."""
    one = record.actor(actor, limit=asked.limit or WHOLE, **asked.view)
    return Answered("actor", one.who.name, {"one": one}, EventRow, one.events, whole=one)


def relations(record: Record, asked: RelationsAsked) -> Answered:
    """Return how two actors stood to each other over time; a form where they are not named yet."""
    if asked.one is None or asked.other is None:
        return Answered("relations", "Relations", {"asked": asked, "between": None}, EventRow, ())
    between = record.relations(asked.one, asked.other, limit=asked.limit or WHOLE, **asked.view)
    title = f"{between.one.name} and {between.other.name}"
    given = {"asked": asked, "between": between}
    return Answered("relations", title, given, EventRow, between.events, whole=between)


def network(record: Record, asked: NetworkAsked) -> Answered:
    """Return who does what to whom."""
    narrowed = asked.model_dump(include={"actor", "type", "since", "until"})
    net = record.network(**narrowed, limit=asked.limit or _EDGES, **asked.view)
    return Answered("network", "Network", {"net": net, "asked": asked}, EdgeRow, net.edges, whole=net)


def statements(record: Record, asked: StatementsAsked) -> Answered:
    """Return who said what, the latest first."""
    narrowed = asked.model_dump(include={"speaker", "about", "since"})

    def ask(until: str | None, size: int) -> Rows[StatementRow]:
        return record.statements(**narrowed, until=until or asked.until, limit=size, **asked.view)

    parts = by_day(ask, lambda row: row.date or row.evidence.date)
    return listed("statements", "Statements", StatementRow, asked, parts, shown=_STATEMENTS)
