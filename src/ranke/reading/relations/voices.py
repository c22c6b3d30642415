"""Who claims it, and for which body: the speakers around a place of the text, and what they stand for."""

from collections.abc import Sequence

from spacy.tokens import Doc

from ranke.model import DateValue
from ranke.reading.events.authority import relay_ids, speaker_ids
from ranke.reading.parts import ActorPart, Cast, StatementPart

_BODIES = ("country", "organization")
_OWNING = ("poss", "compound", "amod", "nmod")
_PEOPLE = {"people", "nation", "public"}
_OF_STATE = {"GOV", "MIL", "SPY", "LEG", "COP"}


class Voices:
    """The statements of a report, asked by place.

    Args:
        doc: The parsed text.
        cast: Who is meant where.
        statements: What is said in it.
        dates: When each was said, in the same order.
    """

    def __init__(self, doc: Doc, cast: Cast, statements: Sequence[StatementPart], dates: Sequence[DateValue]) -> None:
        self._doc = doc
        self._cast = cast
        pairs = zip(statements, dates, strict=True)
        self._longest_first = sorted(pairs, key=lambda one: (one[0].content[0] - one[0].content[1], one[0].content))

    def around(self, at: int) -> list[tuple[StatementPart, DateValue]]:
        """Return the statements around a character, the outermost first."""
        return [one for one in self._longest_first if one[0].content[0] <= at < one[0].content[1]]

    def chain(self, at: int) -> tuple[str, ...]:
        """Return who vouches for what stands at a character, outermost first, the speaker last."""
        chain: list[str] = []
        for statement, _ in self.around(at):
            chain += [*relay_ids(statement, self._cast), *speaker_ids(statement, self._cast)[:1]]
        # Who cites and is cited again stands where he was named last, so that the speaker is the last.
        return tuple(one for place, one in enumerate(chain) if one not in chain[place + 1 :])

    def speaker(self, at: int) -> str | None:
        """Return who says the words at a character, or null for the reporter."""
        for statement, _ in reversed(self.around(at)):
            return next(iter(speaker_ids(statement, self._cast)), None)
        return None

    def body(self, actor: str) -> str:
        """Return the country or body that an actor stands for: officials for theirs, a minister for his country."""
        one = self._cast.actors[actor]
        if one.kind in _BODIES:
            return actor
        return self._owner(one) or self._country(one) or self._organization(one) or actor

    def _owner(self, one: ActorPart) -> str | None:
        """Return the body named before the noun for an actor: Hamas of "Hamas officials"."""
        for mention in one.mentions:
            if mention.form != "nominal":
                continue
            for token in self._doc[mention.head].lefts:
                for other in self._cast.of(token) if token.dep_ in _OWNING else ():
                    if other != one.id and self.is_body(other):
                        return other
        return None

    def _country(self, one: ActorPart) -> str | None:
        if one.sector not in _OF_STATE or not one.country:
            return None
        countries = (other for other in self._cast.actors.values() if other.kind == "country")
        return next((other.id for other in countries if other.country == one.country), None)

    def _organization(self, one: ActorPart) -> str | None:
        named = {role.organization for role in one.roles if role.organization}
        bodies = (other for other in self._cast.actors.values() if other.kind in _BODIES) if named else ()
        return next((other.id for other in bodies if not named.isdisjoint((other.name, *other.aliases))), None)

    def party(self, actor: str) -> str:
        """Return who has a relation: a people or officials without a name stand for their country or body."""
        one = self._cast.actors[actor]
        if one.kind != "group" or any(mention.form == "name" for mention in one.mentions):
            return actor
        people = any(self._doc[mention.head].lemma_.lower() in _PEOPLE for mention in one.mentions)
        return (self._owner(one) if people or one.sector in _OF_STATE else None) or actor

    def is_body(self, actor: str) -> bool:
        """Whether an actor is a country or an organisation."""
        return self._cast.actors[actor].kind in _BODIES
