"""Nouns for the people of a body that stand for the body itself: "officers" for the police, "the rebels" for a front.

Only where the report speaks of one such body: a plural without number or country of its own is that body then.
"""

from spacy.tokens import Doc, Token

from ranke.reading.actors.continuity import merge
from ranke.reading.actors.nouns import lemma_of, reference_table
from ranke.reading.parts import ActorPart, Cast

_MOST = 12
"""Groups that are joined to one body in one report."""
_PLAIN = frozenset({"the", "masked", "riot", "armed", "uniformed", "plainclothes", "heavily"})
"""Words before a noun that tell no part of the body from the rest."""


def join_members(doc: Doc, cast: Cast) -> None:
    """Merge in place the groups that are a body's own people into the body, where the report has one such body."""
    for sector, table in reference_table("members").items():
        nouns, called = frozenset(table["nouns"]), frozenset(table["called"])
        bodies = [one for one in cast.actors.values() if _is_body(doc, one, sector, called, loose=table["loose"])]
        _join(doc, cast, bodies, nouns)


def _join(doc: Doc, cast: Cast, bodies: list[ActorPart], nouns: frozenset[str]) -> None:
    named = [one for one in bodies if _named(one)]
    found = named or bodies
    if len(found) != 1:
        return
    body, people = found[0], [one for one in cast.actors.values() if one is not found[0] and one.kind != "person"]
    for one in [one for one in people if not _named(one) and _heads(doc, one) <= nouns and _plain(doc, one, cast)][
        :_MOST
    ]:
        apart = one.country and body.country and one.country != body.country
        if not apart and (_first(body) < _first(one) or doc[_first(one)].sent.start == 0 or not _named(body)):
            country = body.country
            merge(cast, keep=body.id, drop=one.id)
            body.country = country if _named(body) else body.country


def _is_body(doc: Doc, actor: ActorPart, sector: str, called: frozenset[str], *, loose: bool) -> bool:
    """Whether an actor is such a body: called so, or where that is `loose` any named one of the sector."""
    if actor.kind not in ("organization", "group") or actor.sector not in (sector, None):
        return False
    words = {word for name in (actor.name, *actor.aliases) for word in name.lower().split()}
    if _named(actor):
        return bool(called & words) or (loose and actor.sector == sector)
    return actor.kind == "organization" and actor.sector == sector and bool(called & _heads(doc, actor))


def _heads(doc: Doc, actor: ActorPart) -> set[str]:
    return {lemma_of(doc[one.head]) for one in actor.mentions if one.form == "nominal"} or {""}


def _first(actor: ActorPart) -> int:
    return min(mention.start for mention in actor.mentions)


def _plain(doc: Doc, actor: ActorPart, cast: Cast) -> bool:
    """Whether nothing but its country tells a group from the whole body: no number, no "other"."""
    before = [below for one in actor.mentions if one.form == "nominal" for below in doc[one.head].lefts]
    return all(below.lower_ in _PLAIN or _is_country(cast, below) for below in before)


def _is_country(cast: Cast, token: Token) -> bool:
    """Whether a word before a noun tells where it is: "Peruvian police", "Leeds police"; not "Sunni deputies"."""
    return token.ent_type_ == "GPE" or any(cast.actors[one].kind == "country" for one in cast.of(token))


def _named(actor: ActorPart) -> bool:
    return any(mention.form == "name" for mention in actor.mentions)
