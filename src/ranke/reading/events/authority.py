"""Who in the text vouches for an event: the chain of authority, outermost first, the speaker last."""

from functools import cache

from ranke.reading.events.lexicon import lexicon
from ranke.reading.parts import Cast, EventPart, StatementPart


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


def attribute(events: list[EventPart], statements: list[StatementPart], cast: Cast) -> None:
    """Set `attribution` on each event from the statements around its trigger.

    An event inside what is said carries the whole chain, the speaker last. The act of speaking itself (its trigger is
    the cue) carries those who relay it only. A judgement without a subject of its own ("it is a disgrace") is the act
    of whoever says it.
    """
    voiced = _voiced()
    by_cue = {statement.cue_token: statement for statement in statements if statement.cue_token is not None}
    longest_first = sorted(statements, key=lambda one: (one.content[0] - one.content[1], one.content))
    for event in events:
        at = event.trigger[0]
        chain: list[str] = []
        for statement in longest_first:
            if not statement.content[0] <= at < statement.content[1]:
                continue
            if statement.cue_token == event.anchor:
                continue
            chain += [*relay_ids(statement, cast), *speaker_ids(statement, cast)[:1]]
        if not event.sources and event.rule in voiced and chain:
            event.sources = (chain.pop(),) if chain[-1] not in event.targets else ()
        own = by_cue.get(event.anchor)
        if own is not None:
            chain += relay_ids(own, cast)
            chain = [one for one in chain if one not in event.sources]
        event.attribution = tuple(dict.fromkeys(chain))
