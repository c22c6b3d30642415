"""Who "I" and "we" are inside what is said: the speaker, or the body that a spokesman speaks for."""

from spacy.tokens import Doc

from ranke.reading.parts import ActorPart, Cast, MentionPart, StatementPart

_ALONE = frozenset({"i", "me", "my", "myself"})
_SEVERAL = frozenset({"we", "ourselves"})
_OURS = frozenset({"us", "our", "ours"})
_SPEAKS_FOR = ("spokes", "press secretary")
"""What a title holds whose bearer says "we" for his body."""
_CORPORATE = ("BUS", "NGO", "IGO", "EDU", "MED", "REL", "PTY", "OPP")
"""Sectors whose officers say "we" for the body that they hold an office of: "we regret the delay", the manager said."""


def settle_first_person(doc: Doc, statements: list[StatementPart], cast: Cast) -> None:
    """Let "I", "we" and their forms in quoted words mean who says them, in place.

    A word inside a quotation within a quotation belongs to the inner speaker. "We" of a spokesman is the body that the
    report gives as his; "us" and "our" of an official is his country, as far as the report names it.
    """
    quoted = [one for one in statements if one.speaker is not None and one.kind != "indirect"]
    for statement in sorted(quoted, key=lambda one: (one.content[0] - one.content[1], one.content)):
        meant = cast.heads.get(statement.speaker, ()) if statement.speaker is not None else ()
        content = doc.char_span(*statement.content, alignment_mode="expand") if len(meant) == 1 else None
        for token in content or ():
            if token.pos_ != "PRON" or token.text == "US":
                continue
            if token.lower_ in _ALONE:
                _give(cast, token.i, meant[0])
            elif token.lower_ in _SEVERAL:
                _give(cast, token.i, _body(meant[0], cast))
            elif token.lower_ in _OURS:
                _give(cast, token.i, _country(meant[0], cast))


def _give(cast: Cast, token: int, actor: str) -> None:
    """Let a pronoun mean one actor and be a mention of no other."""
    for other in cast.heads.get(token, ()):
        own = cast.actors[other].mentions
        own[:] = [mention for mention in own if mention.head != token]
    cast.heads[token] = (actor,)
    mentions = cast.actors[actor].mentions
    mentions.append(MentionPart(token, token + 1, token, "pronoun"))
    mentions.sort(key=lambda mention: mention.start)


def _body(speaker: str, cast: Cast) -> str:
    """Return the body that a spokesman or officer speaks for, if the report names it; others speak for themselves."""
    for role in cast.actors[speaker].roles:
        speaks = any(word in role.title.lower() for word in _SPEAKS_FOR)
        if role.organization is None or not (speaks or cast.actors[speaker].sector in _CORPORATE):
            continue
        for other in cast.actors.values():
            if other.id == speaker or role.organization not in (other.name, *other.aliases):
                continue
            if speaks or (other.kind in ("organization", "media") and _is_named(other)):
                return other.id
    return speaker


def _is_named(actor: ActorPart) -> bool:
    return any(mention.form == "name" for mention in actor.mentions)


def _country(speaker: str, cast: Cast) -> str:
    """Return the country that an official speaks for, if it takes part in the report; else his body or himself."""
    one = cast.actors[speaker]
    if one.kind == "person" and one.sector in ("GOV", "MIL") and one.country is not None:
        for other in cast.actors.values():
            if other.kind == "country" and other.country == one.country:
                return other.id
    return _body(speaker, cast)
