"""Authority: the chain of those who vouch for an event, on hand-made statements and events."""

from ranke.model import Span
from ranke.reading.events.authority import attribute, relay_ids, speaker_ids
from ranke.reading.events.lexicon import lexicon
from ranke.reading.parts import Cast, EventPart, StatementPart

CAST = Cast({}, {1: ("agency",), 5: ("minister",), 9: ("Iran", "Iraq"), 12: ("general",), 15: ("agency", "minister")})


def event(
    at: int, *, anchor: int = 99, sources: tuple[str, ...] = ("army",), rule: str = "assault.attack"
) -> EventPart:
    """Return an event whose trigger begins at this character."""
    return EventPart("ASSAULT", rule, None, None, anchor, (at, at + 4), sources=sources, targets=("rebels",))


def said(content: Span, speaker: int | None, *relays: int, cue: int | None = None) -> StatementPart:
    """Return a statement by the actor with this head token."""
    return StatementPart(content, None, "indirect", speaker=speaker, relays=relays, cue_token=cue)


def chain(one: EventPart, *statements: StatementPart) -> tuple[str, ...]:
    """Return the attribution that an event gets from these statements."""
    attribute([one], list(statements), CAST)
    return one.attribution


def test_speakers_are_who_is_meant_at_the_head_token() -> None:
    """One speaker, several, or none where no actor is meant."""
    assert speaker_ids(said((0, 9), 5), CAST) == ("minister",)
    assert speaker_ids(said((0, 9), 9), CAST) == ("Iran", "Iraq")
    assert speaker_ids(said((0, 9), 7), CAST) == ()
    assert speaker_ids(said((0, 9), None), CAST) == ()


def test_nobody_relays_himself_or_twice() -> None:
    """Relays are named once each, outermost first, the speaker not among them."""
    assert relay_ids(said((0, 9), 5, 1, 15, 1), CAST) == ("agency",)
    assert relay_ids(said((0, 9), None, 12, 15), CAST) == ("general", "agency", "minister")


def test_outside_what_is_said_the_reporter_speaks() -> None:
    """An event outside all statements has no attribution; the end of the content is outside."""
    assert chain(event(50), said((10, 50), 5)) == ()
    assert chain(event(9), said((10, 50), 5)) == ()
    assert chain(event(10), said((10, 50), 5)) == ("minister",)


def test_the_chain_runs_from_the_outermost_to_the_speaker() -> None:
    """A statement inside a statement: who relays the outer one, its speaker, then the inner speaker."""
    outer, inner = said((0, 100), 5, 1), said((30, 90), 12)
    assert chain(event(40), inner, outer) == ("agency", "minister", "general")
    assert chain(event(40), outer, inner) == ("agency", "minister", "general")
    assert chain(event(10), inner, outer) == ("agency", "minister")


def test_of_several_speakers_the_first_vouches() -> None:
    """What both sides say has one authority."""
    assert chain(event(20), said((10, 50), 9)) == ("Iran",)


def test_the_act_of_speaking_is_not_vouched_for_by_its_speaker() -> None:
    """The event at the cue carries those who relay the statement, never who speaks it."""
    accusation = event(5, anchor=3, sources=("minister",))
    assert chain(accusation, said((10, 50), 5, 1, cue=3)) == ("agency",)
    assert chain(accusation, said((0, 50), 5, cue=3)) == ()
    assert chain(event(5, anchor=3, sources=("Iran",)), said((0, 50), 5, cue=3)) == ()


def test_a_judgement_is_the_act_of_whoever_says_it() -> None:
    """Where the entry has no subject in its clause, the innermost speaker is the source and leaves the chain."""
    rule = next(entry.rule for entry in lexicon().entries if entry.source == ())
    judgement = event(20, sources=(), rule=rule)
    assert chain(judgement, said((10, 50), 5, 1)) == ("agency",)
    assert judgement.sources == ("minister",)
    other = event(20, sources=())
    assert chain(other, said((10, 50), 5, 1)) == ("agency", "minister")
    assert other.sources == ()


def test_nobody_judges_himself() -> None:
    """A judgement whose only speaker is its target stays without a source."""
    rule = next(entry.rule for entry in lexicon().entries if entry.source == ())
    judgement = event(20, sources=(), rule=rule)
    judgement.targets = ("minister",)
    chain(judgement, said((10, 50), 5))
    assert judgement.sources == ()
