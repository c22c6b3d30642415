"""Who in the text vouches for an event: the chain of authority, outermost first, the speaker last."""

from functools import cache

from spacy.tokens import Doc, Token

from ranke.model import EventType, Span
from ranke.reading.events.lexicon import lexicon
from ranke.reading.parts import Cast, EventPart, StatementPart

SPOKEN: frozenset[EventType] = frozenset({"SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are done by speaking, so that whoever says it does it: "I condemn the raid", "we shall not give in"."""
_LASTS = frozenset({"happened", "ongoing"})
_HELD = {"wants": ("infinitive", "gerund", "order"), "refuses": ("infinitive",)}
"""What somebody wants, plans or turns down is no claim of his: "the party decided to support the rising"; what he is
for, against or concerned about is none either."""
_ALLEGED = frozenset({"alleged", "allegedly", "suspected", "supposed", "supposedly", "purported", "purportedly"})
_CLAIMS = frozenset({"assault.claim_responsibility", "assault.take_responsibility"})
"""Rules for an act that the actor himself owns up to: he is its authority, too."""
_UP = 12


def speaker_ids(statement: StatementPart, cast: Cast) -> tuple[str, ...]:
    """Return the actors who speak; several for "both sides", none where no actor is meant."""
    return cast.heads.get(statement.speaker, ()) if statement.speaker is not None else ()


def relay_ids(statement: StatementPart, cast: Cast) -> tuple[str, ...]:
    """Return the actors who pass the statement on, outermost first, none of them the speaker."""
    speakers = speaker_ids(statement, cast)
    ids = (one for token in statement.relays for one in cast.heads.get(token, ()))
    return tuple(dict.fromkeys(one for one in ids if one not in speakers))


@cache
def _voiced() -> frozenset[str]:
    """Rules whose source is nobody in the clause: whoever says the words does the act."""
    return frozenset(entry.rule for entry in lexicon().entries if entry.source == ())


def attribute(doc: Doc, events: list[EventPart], statements: list[StatementPart], cast: Cast) -> None:
    """Set `attribution` on each event from the statements around its trigger.

    An event inside what is said carries the whole chain, the speaker last. The act of speaking itself, at the cue
    ("denied that …") or in the speaker's own words ("we condemn …"), carries those who relay it only. A judgement
    without a subject of its own ("it is a disgrace") is the act of whoever says it.
    """
    voiced = _voiced()
    by_cue = {statement.cue_token: statement for statement in statements if statement.cue_token is not None}
    open_at = statements_at(events, statements)
    sources = {event.anchor: event.sources for event in events if event.sources}
    handed = _handed_on(doc, statements)
    for event in events:
        around = [one for one in open_at[event.trigger[0]] if _vouches(one, event)]
        # What two sides reject by the words of a third is told by the third: "both voiced their rejection of the raid".
        around = [one for one in around if one.frame != "object" or one is around[0]]
        chain = _chain(around, cast)
        if not event.sources and event.rule in voiced and chain:
            event.sources = (chain.pop(),) if chain[-1] not in event.targets else ()
        own = by_cue.get(event.anchor)
        if own is not None:
            chain = [one for one in (*chain, *relay_ids(own, cast)) if one not in event.sources]
        elif around and _is_own_act(doc, event, around[-1], cast):
            own_voice = (*speaker_ids(around[-1], cast), *event.sources)
            chain = [one for one in chain if one not in own_voice]
        if not around and own is None:
            chain = _beside(event, handed, cast)
        if event.rule in _CLAIMS:
            chain += event.sources[:1]
        event.attribution = tuple(dict.fromkeys(chain or _claimant(doc[event.anchor], event, sources, cast)))


def statements_at(events: list[EventPart], statements: list[StatementPart]) -> dict[int, list[StatementPart]]:
    """Return for the place of each event the statements that have begun there and not ended, the longest first."""
    waiting = sorted(statements, key=lambda one: one.content[0])
    found: dict[int, list[StatementPart]] = {}
    around: list[StatementPart] = []
    begun = 0
    for place in sorted({event.trigger[0] for event in events}):
        while begun < len(waiting) and waiting[begun].content[0] <= place:
            around.append(waiting[begun])
            begun += 1
        around = [one for one in around if place < one.content[1]]
        found[place] = sorted(around, key=lambda one: (one.content[0] - one.content[1], one.content))
    return found


def _chain(around: list[StatementPart], cast: Cast) -> list[str]:
    """Return who vouches for what stands inside these statements; who is named twice stands where he was last."""
    chain: list[str] = []
    for statement in around:
        chain += [*relay_ids(statement, cast), *speaker_ids(statement, cast)[:1]]
    return [one for place, one in enumerate(chain) if one not in chain[place + 1 :]]


def _vouches(statement: StatementPart, event: EventPart) -> bool:
    """Whether an event stands inside what is said, and as something said: not as the cue or as a mere wish."""
    if not statement.content[0] <= event.trigger[0] < statement.content[1] or statement.cue_token == event.anchor:
        return False
    return statement.frame != "state" and statement.frame not in _HELD.get(statement.attitude, ())


def _is_own_act(doc: Doc, event: EventPart, statement: StatementPart, cast: Cast) -> bool:
    """Whether an event is what its speaker does by these very words, not what he tells of another time."""
    if event.type not in SPOKEN:
        return False
    speakers, token = speaker_ids(statement, cast), doc[event.anchor]
    if not set(event.sources) & set(speakers) and not _speaks_for(token, event, speakers, cast):
        return False
    if event.rule in _voiced():
        return True
    if event.status not in _LASTS:
        return False
    if statement.kind == "direct" and _is_past(token):
        return False
    return not any(below.lower_ in ("had", "'d", "’d") and below.dep_ == "aux" for below in token.children)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells of what was done before: "I offered to resign", "we have asked them"."""
    have = any(below.lemma_ == "have" and below.dep_ == "aux" for below in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and have)


def _speaks_for(token: Token, event: EventPart, speakers: tuple[str, ...], cast: Cast) -> bool:
    """Whether a speaker acts for his body or country by what he says now: "we demand", "our country regrets"."""
    subject = next((below for below in token.children if below.dep_ == "nsubj"), None)
    if subject is None or token.tag_ not in ("VBP", "VBZ"):
        return False
    if subject.lower_ in ("i", "we"):
        return True
    lands = {cast.actors[one].country for one in speakers if one in cast.actors} - {None}
    bodies = (cast.actors[one] for one in event.sources if one in cast.actors)
    return any(one.kind == "country" and one.country in lands for one in bodies)


def _handed_on(doc: Doc, statements: list[StatementPart]) -> list[tuple[Span, tuple[int, ...]]]:
    """Return the stretches that a medium reports, with its relays: "…, the minister said, the agency reported".

    Such a medium makes no statement of its own, but vouches for all that stands in its sentence.
    """
    found: list[tuple[Span, tuple[int, ...]]] = []
    for statement in statements:
        for place, relay in enumerate(statement.relays):
            verb = doc[relay].head
            if relay == statement.addressee or not _reports(doc[relay], verb):
                continue
            sentence = verb.sent
            if not sentence.start <= (statement.cue_token or 0) < sentence.end:
                continue
            after = statement.content[0] > verb.idx
            span = (verb.idx, sentence.end_char) if after else (sentence.start_char, verb.idx)
            found.append((span, statement.relays[: place + 1]))
    return found


def _reports(relay: Token, verb: Token) -> bool:
    """Whether a relay is the subject of a verb of telling, or stands after "according to"."""
    if relay.dep_ == "nsubj":
        return verb.pos_ == "VERB" and verb.lemma_ not in ("quote", "cite")
    return relay.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lower_ == "according"


def _beside(event: EventPart, handed: list[tuple[Span, tuple[int, ...]]], cast: Cast) -> list[str]:
    """Return who hands on an event that stands beside what somebody else said, in the same report of a medium."""
    for span, relays in handed:
        if span[0] < event.trigger[0] < span[1]:
            return [one for relay in relays for one in cast.heads.get(relay, ()) if one not in event.sources]
    return []


def _claimant(token: Token, event: EventPart, sources: dict[int, tuple[str, ...]], cast: Cast) -> tuple[str, ...]:
    """Return who claims an act, or alleges it by what he does about it: "fined the bank over its alleged fraud"."""
    if event.type == "ASSAULT":
        deed = next((below for below in token.children if below.dep_ == "nsubj"), token)
        claims = (below for below in deed.children if below.dep_ == "acl" and below.lemma_ == "claim")
        claim = deed.head if deed.dep_ == "nsubjpass" and deed.head.lemma_ == "claim" else next(claims, None)
        if claim is not None:
            return _agent(claim, cast)
    whole = token.head if token.dep_ == "compound" else token
    if not any(below.lower_ in _ALLEGED for one in {token, whole} for below in one.children):
        return ()
    for _ in range(_UP):
        if token.head.i == token.i:
            return ()
        token = token.head
        if sources.get(token.i) and not set(sources[token.i]) & set(event.sources):
            return sources[token.i][:1]
    return ()


def _agent(verb: Token, cast: Cast) -> tuple[str, ...]:
    """Return who does it, in the passive."""
    by = next((one for one in verb.children if one.dep_ == "agent"), verb)
    return next((cast.of(one)[:1] for one in by.children if one.dep_ == "pobj"), ())
