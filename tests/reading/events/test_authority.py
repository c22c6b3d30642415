"""Authority: the chain of those who vouch for an event, on hand-made statements and events."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ranke.model import EventType, Report, Span, Status
from ranke.reading import read
from ranke.reading.events.authority import attribute, relay_ids, speaker_ids
from ranke.reading.events.lexicon import lexicon
from ranke.reading.parts import Cast, EventPart, StatementPart

DOC = Doc(Vocab(), words=["word"] * 100)
CAST = Cast({}, {1: ("agency",), 5: ("minister",), 9: ("Iran", "Iraq"), 12: ("general",), 15: ("agency", "minister")})


def event(
    at: int,
    *,
    anchor: int = 99,
    sources: tuple[str, ...] = ("army",),
    rule: str = "assault.attack",
    kind: EventType = "ASSAULT",
    status: Status = "happened",
) -> EventPart:
    """Return an event whose trigger begins at this character."""
    return EventPart(kind, rule, None, None, anchor, (at, at + 4), sources=sources, targets=("rebels",), status=status)


def said(content: Span, speaker: int | None, *relays: int, cue: int | None = None) -> StatementPart:
    """Return a statement by the actor with this head token."""
    return StatementPart(content, None, "indirect", speaker=speaker, relays=relays, cue_token=cue)


def chain(one: EventPart, *statements: StatementPart) -> tuple[str, ...]:
    """Return the attribution that an event gets from these statements."""
    attribute(DOC, [one], list(statements), CAST)
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


def test_what_a_speaker_does_in_his_own_words_is_vouched_for_by_relays_only() -> None:
    """A verbal act inside what is said whose source is the speaker carries no more than those who pass it on."""
    told = said((10, 50), 5, 1)
    assert chain(event(20, sources=("minister",), kind="ACCUSE"), told) == ("agency",)
    assert chain(event(20, sources=("minister",), kind="ASSAULT"), told) == ("agency", "minister")
    assert chain(event(20, sources=("army",), kind="ACCUSE"), told) == ("agency", "minister")


@pytest.mark.parametrize("status", ["planned", "possible", "denied"])
def test_a_verbal_act_that_is_only_told_of_keeps_its_speaker(status: Status) -> None:
    """What somebody says that he will demand is known from him."""
    assert chain(event(20, sources=("minister",), kind="REQUEST", status=status), said((10, 50), 5)) == ("minister",)


def test_who_is_named_twice_in_a_chain_stands_where_he_was_last() -> None:
    """A speaker quoted within his own statement is one link, and judges in his own voice."""
    assert chain(event(40), said((0, 100), 5), said((30, 90), 5)) == ("minister",)
    rule = next(entry.rule for entry in lexicon().entries if entry.source == ())
    judgement = event(40, sources=(), rule=rule)
    assert chain(judgement, said((0, 100), 5), said((30, 90), 5)) == ()
    assert judgement.sources == ("minister",)


def test_a_wish_vouches_for_nothing() -> None:
    """What an actor decides or refuses to do is told by the reporter."""
    wish = said((10, 50), 5)
    wish.attitude, wish.frame = "wants", "infinitive"
    assert chain(event(20), wish) == ()
    wish.frame = "clause"
    assert chain(event(20), wish) == ("minister",)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The envoy urged the rebels to talk, the Xinhua news agency reported.", "urged", ["Xinhua"]),
        ("After talks with Turkey, the envoy said Iran had bombed the port, the Xinhua news agency reported.", "talks",
         ["Xinhua"]),
        ("The Xinhua news agency quoted the envoy as saying that Iran had bombed the port.", "bombed",
         ["Xinhua", "envoy"]),
        ("France sanctioned Iran over an alleged attack on Turkey.", "attack", ["France"]),
        ("France sanctioned Iran over an attack on Turkey.", "attack", []),
        ("Hamas claimed responsibility for the attack on Turkey.", "claimed responsibility for", ["Hamas"]),
        ("The attack on Turkey was claimed by Hamas.", "attack", ["Hamas"]),
        ("An attack claimed by Hamas killed ten soldiers in Turkey.", "killed", ["Hamas"]),
        ('"We condemn the attack on Turkey," the envoy said.', "condemn", []),
        ('"France condemns the attack on Turkey," said Prime Minister Luc Morel of France.', "condemns", []),
        ('"France bombed Turkey," said Prime Minister Luc Morel of France.', "bombed", ["Luc Morel"]),
        ("The envoy said he had condemned Turkey.", "condemned", ["envoy"]),
        ('"We condemned Turkey last week," the envoy said.', "condemned", ["envoy"]),
        ('"We have urged Turkey to talk," the envoy said.', "urged", ["envoy"]),
        ("The envoy said he condemned Turkey.", "condemned", []),
    ],
)  # fmt: skip
def test_authority_of_an_event_in_a_sentence(text: str, trigger: str, expected: list[str]) -> None:
    """Each frame of speech gives the event the chain that a careful reader would give it."""
    reading = read(Report(id="r", date="2020-01-01", text=text))
    names = {actor.id: actor.name for actor in reading.actors}
    chains = [
        [names[one] for one in event.attribution]
        for event in reading.events
        if text[event.trigger[0] : event.trigger[1]].startswith(trigger)
    ]
    assert len(chains) == 1
    assert len(chains[0]) == len(expected)
    assert all(part in name for part, name in zip(expected, chains[0], strict=True))


def test_what_both_sides_reject_by_a_thirds_words_is_told_by_the_third() -> None:
    """Who rejects a deed makes no claim that it was done; whoever tells of the rejection does."""
    outer = said((0, 50), 5)
    inner = replace(said((10, 50), 12), frame="object")
    assert chain(event(20), outer, inner) == ("minister",)
    assert chain(event(20), inner) == ("general",)


def test_who_is_for_or_against_a_thing_does_not_vouch_for_it() -> None:
    """A state of mind ("was opposed to the raid") is no claim."""
    assert chain(event(20), replace(said((10, 50), 12), frame="state")) == ()
