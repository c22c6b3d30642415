"""Attitudes that are told: opposes, is wary of, support for, an enemy of; and who calls for whose resignation."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from ranke.model import Polarity
from ranke.reading.events.frames import child, direct_object, governing_subject, subject, with_conjuncts
from ranke.reading.events.negation import negated
from ranke.reading.events.status import noun_status, verb_status
from ranke.reading.parts import Cast
from ranke.reading.stances.names import Shown, last_plan, objects, owners, show, targets
from ranke.reading.stances.table import Word, opposite, table

_HELD = ("happened", "ongoing", "planned")
"""Statuses of an attitude that somebody has: who "will oppose" a plan is against it."""
_OWNING = ("among", "from", "by", "of")


def attitudes(token: Token, cast: Cast) -> Iterator[Shown]:
    """Yield the attitudes that one word tells."""
    lemma, words = token.lemma_.lower(), table()
    if token.pos_ == "VERB":
        for use in words.verbs.get(lemma, ()):
            yield from _verb(token, use, cast)
        if lemma in words.words["demanding"]:
            yield from _ousting(token, cast)
        if lemma in words.words["expecting"]:
            yield from _expecting(token, cast)
    if token.pos_ in ("ADJ", "VERB") and token.lower_ in words.adjectives:
        yield from _adjective(token, words.adjectives[token.lower_], cast)
    if token.pos_ == "NOUN" and lemma in words.nouns:
        yield from _noun(token, words.nouns[lemma], cast)
    if token.pos_ == "NOUN" and lemma in words.people:
        yield from _person(token, words.people[lemma], cast)


def _held(
    token: Token, holder: Token | None, things: Sequence[Token], polarity: Polarity, cast: Cast, sort: str
) -> Iterator[Shown]:
    ids = _holders(token, holder, cast) if holder is not None else []
    for thing in things if ids else ():
        for target in targets(thing, cast) or last_plan(thing, cast):
            for one in ids:
                yield show(one, target, polarity, token, sort)


def _verb(token: Token, use: Word, cast: Cast) -> Iterator[Shown]:
    if token.dep_ in ("amod", "compound"):
        return
    thing = next(objects(token, use.prepositions), None) if use.prepositions else direct_object(token)
    who = subject(token)
    if thing is None or who is None or not (verb_status(token) in _HELD or _even_if(token)):
        return
    if use.stirs:
        who, thing = thing, who
    yield from _held(token, who, [thing], use.polarity, cast, "verb")


def _even_if(verb: Token) -> bool:
    """Whether "if" makes no condition: "even if it fears the plan"."""
    mark = child(verb, "mark")
    return (
        mark is not None and mark.lower_ == "if" and mark.i > 0 and mark.nbor(-1).lower_ == "even" and not negated(verb)
    )


def _holders(token: Token, holder: Token, cast: Cast) -> list[str]:
    """Return who has an attitude; all of "France and Chile, who back it", where the parser sees the last only."""
    found = with_conjuncts(holder)
    if (
        token.dep_ == "relcl"
        and token.head.i == holder.i
        and holder.dep_ == "conj"
        and (token.tag_ == "VBP" or any(one.tag_ == "VBP" for one in token.lefts if one.dep_ == "aux"))
    ):
        found = [*(one for one in holder.conjuncts if one.i < holder.i), holder]
    return [one for held in found for one in cast.of(held)]


def _ousting(token: Token, cast: Cast) -> Iterator[Shown]:
    """Read "called for the premier's resignation": who wants somebody out is against them."""
    for thing in (direct_object(token), *objects(token, ("for",))):
        if thing is None or thing.lemma_.lower() not in table().words["ousting"] or verb_status(token) not in _HELD:
            continue
        for target in owners(thing, cast):
            for holder in cast.of(subject(token)):
                yield show(holder, target, "negative", token, "ousting")


def _expecting(token: Token, cast: Cast) -> Iterator[Shown]:
    """Read "expects the failure of the plan": who foretells an end is against what ends."""
    thing = direct_object(token)
    if thing is None or thing.lemma_.lower() not in table().words["ending"] or verb_status(token) not in _HELD:
        return
    owner = child(thing, "poss") or next(objects(thing, ("of",)), None)
    if owner is not None:
        yield from _held(token, subject(token), [owner], "negative", cast, "ending")


def _adjective(token: Token, use: Word, cast: Cast) -> Iterator[Shown]:
    things = list(objects(token, use.prepositions))[:1]
    if not things:
        return
    verb = token if token.pos_ == "VERB" else token.head
    if token.dep_ in ("amod", "acl", "relcl", "appos"):
        holder: Token | None = token.head
    elif token.dep_ in ("acomp", "oprd"):
        holder = subject(token.head)
    else:
        holder = child(token, "nsubj", "nsubjpass") or governing_subject(token)
    polarity = opposite(use.polarity) if negated(token) or negated(verb) else use.polarity
    yield from _held(token, holder, things, polarity, cast, "adjective")


def _noun(token: Token, use: Word, cast: Cast) -> Iterator[Shown]:
    carrier = token.head if token.dep_ == "dobj" else None
    if noun_status(token, carrier) not in _HELD:
        return
    things = list(objects(token, use.prepositions))
    light = carrier is not None and carrier.lemma_ in table().words["light"]
    if carrier is not None and light and not things:
        # The parser hangs "with Chile" of "stressed its solidarity with Chile" on the verb.
        things = list(objects(carrier, use.prepositions))
    holder = child(token, "poss")
    if holder is None:
        only = things[0].i if len(things) == 1 else None
        holder = next((one for one in objects(token, _OWNING) if cast.of(one) and one.i != only), None)
        things = [one for one in things if holder is None or one.i != holder.i]
    if holder is None:
        holder = next((one for one in token.lefts if one.dep_ in ("amod", "compound", "nmod") and cast.of(one)), None)
    if holder is None and light:
        holder = governing_subject(token)
    yield from _held(token, holder, things[:1], use.polarity, cast, "noun")


def _person(token: Token, use: Word, cast: Cast) -> Iterator[Shown]:
    """Read "Chile's ally Norway", "Norway is an ally of Chile" and "an ally, Norway"."""
    owner = child(token, "poss")
    things = [owner] if owner is not None else list(objects(token, ("of",)))[:1]
    if not things:
        things = [one for one in token.lefts if one.dep_ == "compound"][:1]
    match token.dep_:
        case "attr":
            holder = subject(token.head)
        case "appos":
            holder = token.head
        case _:
            holder = child(token, "appos")
    yield from _held(token, holder, things, use.polarity, cast, "person")
