"""Events: what the lexicon finds in a sentence, and what it leaves out and why."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from ranke.reading.actors.cast import cast_actors
from ranke.reading.events import find as module
from ranke.reading.events.find import find_events
from ranke.reading.events.lexicon import Lexicon, lexicon
from ranke.reading.parts import Cast, EventPart, Trace

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]
NAMES = ("Iran", "Iraq", "France", "rebels", "Rebels", "army", "Police", "protesters", "premier")


@pytest.fixture
def found(doc_of: DocOf, cast_of: CastOf) -> Callable[[str], list[EventPart]]:
    """Return the events of a sentence in which some names are actors."""
    return lambda sentence: find_events(doc_of(sentence), cast_of(doc_of(sentence), *NAMES))


@pytest.mark.parametrize(
    ("sentence", "kind", "source", "target", "status"),
    [
        ("Rebels attacked the army on Monday.", "ASSAULT", "Rebels", "army", "happened"),
        ("The army was attacked by rebels.", "ASSAULT", "rebels", "army", "happened"),
        ("France will sanction Iran.", "SANCTION", "France", "Iran", "planned"),
        ("France may sanction Iran.", "SANCTION", "France", "Iran", "possible"),
        ("Police did not arrest the protesters.", "COERCE", "Police", "protesters", "denied"),
        ("France condemned Iran.", "ACCUSE", "France", "Iran", "happened"),
        ("Iran met Iraq.", "CONSULT", "Iran", "Iraq", "happened"),
        ("France thanked Iran.", "SUPPORT", "France", "Iran", "happened"),
    ],
)
def test_an_event(
    found: Callable[[str], list[EventPart]], sentence: str, kind: str, source: str, target: str, status: str
) -> None:
    """One act gives one event, with its type, sides and status."""
    event = next(event for event in found(sentence) if event.type == kind)
    assert (event.sources, event.targets, event.status) == ((source,), (target,), status)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("France was to blame for the raid on Iran.", ["ACCUSE"]),
        ("Sanctions on Iran were renewed.", ["SANCTION"]),
        ("France insisted that it would never accept the terms of Iran.", ["REJECT"]),
        ("France insisted that Iran accept the terms.", ["REQUEST"]),
    ],
)
def test_a_phrase_gives_one_event(found: Callable[[str], list[EventPart]], sentence: str, kinds: list[str]) -> None:
    """Words of one phrase make no second event, and its sides come from either; what is foretold is not demanded."""
    assert [event.type for event in found(sentence) if event.targets and event.type != "ASSAULT"] == kinds


def test_what_is_only_demanded_is_no_event(doc_of: DocOf, cast_of: CastOf) -> None:
    """A demand is an event, the demanded act is not; the trace tells why."""
    doc, trace = doc_of("France urged Iran to attack the rebels."), Trace()
    types = [event.type for event in find_events(doc, cast_of(doc, *NAMES), trace)]
    assert types == ["REQUEST"]
    assert any("only asked for or threatened" in line for _, line in trace)


def test_where_nobody_takes_part_there_is_no_event(doc_of: DocOf, cast_of: CastOf) -> None:
    """An act without any actor of the cast is left out; the trace tells why."""
    doc, trace = doc_of("Storms attacked the coast."), Trace()
    assert find_events(doc, cast_of(doc, *NAMES), trace) == []
    assert any("no actor takes part" in line for _, line in trace)


def test_an_act_without_sides_may_be_told_elsewhere(found: Callable[[str], list[EventPart]]) -> None:
    """A passive that names nobody stays until retellings are joined, and a judgement until its speaker is known."""
    told = [(event.type, event.sources, event.targets) for event in found("It was bombed again. That is a disgrace.")]
    assert told == [("ASSAULT", (), ()), ("ACCUSE", (), ())]


def test_the_press_only_asks(doc_of: DocOf, cast_of: CastOf) -> None:
    """An interview is a meeting of political actors only where neither side is the press."""
    doc = doc_of("France interviewed Iran.")
    cast = cast_of(doc, *NAMES)
    assert [event.type for event in find_events(doc, cast)] == ["CONSULT"]
    for actor in cast.actors.values():
        if actor.name == "France":
            actor.kind = "media"
    assert find_events(doc, cast) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Iran pleaded guilty to the charges.", "CONCEDE"),
        ("Iran did not plead guilty to the charges.", "REJECT"),
        ("Iran pleaded not guilty to the charges.", "REJECT"),
        ("Iran called the raid a witch hunt.", "ACCUSE"),
        ("Iran called the raid a fiasco.", "ACCUSE"),
        ("Iran will leave the European Union.", "SANCTION"),
    ],
)
def test_the_words_around_settle_a_sense(found: Callable[[str], list[EventPart]], sentence: str, kind: str) -> None:
    """Negation, the predicate with its compounds and the class of a name settle the sense."""
    assert kind in [event.type for event in found(sentence)]


@pytest.mark.parametrize(
    "sentence",
    ["Iran killed a sister.", "Iran voted for the president.", "Iran returned to Tehran.", "Iran captured a video."],
)
def test_another_sense_makes_no_event(found: Callable[[str], list[EventPart]], sentence: str) -> None:
    """Crime within a family, a ballot for a person, a journey home and a recording are no political acts."""
    assert found(sentence) == []


def test_an_unsure_word_needs_both_sides(doc_of: DocOf, cast_of: CastOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry of little weight makes an event where both sides are known and none where one is missing."""
    table = lexicon()
    weak = {
        key: tuple(replace(one, entry=replace(one.entry, weight=0.35)) for one in patterns)
        for key, patterns in table.patterns.items()
    }
    monkeypatch.setattr(module, "lexicon", lambda: Lexicon(weak, table.entries))
    doc = doc_of("Rebels attacked the army.")
    assert len(find_events(doc, cast_of(doc, "Rebels", "army"))) == 1
    assert find_events(doc, cast_of(doc, "Rebels")) == []


def test_a_state_that_lasts_is_ongoing(found: Callable[[str], list[EventPart]]) -> None:
    """The present tense of "supports the rebels" is a state, the past tense an act."""
    assert [event.status for event in found("France supports the rebels.")] == ["ongoing"]
    assert [event.status for event in found("France supported the rebels.")] == ["happened"]


@pytest.mark.parametrize("words", ["is trying", "will try", "may try"])
def test_a_judgement_is_made_when_it_is_spoken(found: Callable[[str], list[EventPart]], words: str) -> None:
    """Whoever says what somebody is at or will be at accuses him now, whatever the tense."""
    events = found(f"The army {words} to silence the press.")
    assert [event.status for event in events if event.type == "ACCUSE"] == ["happened"]


def test_a_negated_act_may_be_another(found: Callable[[str], list[EventPart]]) -> None:
    """Where the entry says so, the denied act is an act of its own: not being willing to talk is a refusal."""
    events = found("Iran is not willing to talk with Iraq.")
    assert ("REJECT", "happened") in [(event.type, event.status) for event in events]


def test_a_negated_act_has_a_code_and_mode_of_its_own_type(found: Callable[[str], list[EventPart]]) -> None:
    """What became another act keeps neither the code nor the mode of the act that was not done."""
    (event,) = [one for one in found("France did not rule out war on Iran.") if one.type == "THREATEN"]
    assert (event.rule, event.cameo, event.mode) == ("reject.rule_out_force", "130", None)


@pytest.mark.parametrize(
    ("sentence", "kind", "trigger"),
    [
        ("Rebels attacked the army.", "ASSAULT", "attacked"),
        ("Iran held talks with Iraq.", "CONSULT", "held talks"),
        ("Iran held frank talks with Iraq.", "CONSULT", "held frank talks"),
        ("The army opened fire on the protesters.", "ASSAULT", "opened fire on"),
        ("The premier is a ruthless tyrant.", "ACCUSE", "is a ruthless tyrant"),
        ("Relations with Iran remain strong.", "SUPPORT", "remain strong"),
    ],
)
def test_the_trigger_is_the_words_of_the_act(
    found: Callable[[str], list[EventPart]], sentence: str, kind: str, trigger: str
) -> None:
    """A noun is shown with its light verb, a phrasal verb with its particle, "is" with what is said."""
    events = [event for event in found(sentence) if event.type == kind]
    assert [sentence[slice(*event.trigger)] for event in events] == [trigger]


def test_a_long_trigger_is_cut_to_its_head(found: Callable[[str], list[EventPart]]) -> None:
    """Where the light verb stands far away, the noun alone is the trigger."""
    sentence = "Iran held, after many months of silence and in spite of all that had been said, talks with Iraq."
    events = [event for event in found(sentence) if event.type == "CONSULT"]
    assert [sentence[slice(*event.trigger)] for event in events] == ["talks"]


def test_a_noun_that_repeats_its_verb_is_no_second_event(found: Callable[[str], list[EventPart]]) -> None:
    """To be "killed in an attack" is one event, and the verb takes over the side that the noun names."""
    events = [event for event in found("The premier was killed in an attack by rebels.") if event.type == "ASSAULT"]
    assert [(event.sources, event.targets) for event in events] == [(("rebels",), ("premier",))]


def test_a_participle_before_its_noun_weighs_less(found: Callable[[str], list[EventPart]]) -> None:
    """What is told only in passing is less sure."""
    sure = found("The army captured the rebels.")
    passing = found("The army freed the captured rebels.")
    captured = [event for event in passing if event.rule == sure[0].rule]
    assert all(event.weight < sure[0].weight for event in captured)


def test_events_stand_in_order_of_the_text(found: Callable[[str], list[EventPart]]) -> None:
    """Events come as they are told."""
    events = found("France condemned Iran. Iraq thanked France. Rebels attacked the army.")
    assert [event.type for event in events] == ["ACCUSE", "SUPPORT", "ASSAULT"]
    assert [event.anchor for event in events] == sorted(event.anchor for event in events)


def test_each_event_names_its_entry(found: Callable[[str], list[EventPart]]) -> None:
    """The rule of an event is an entry of the lexicon."""
    rules = {entry.rule for entry in lexicon().entries}
    assert {event.rule for event in found("Rebels attacked the army and Iran met Iraq.")} <= rules


def test_the_object_of_a_threatened_act_is_no_act_either(doc_of: DocOf, cast_of: CastOf) -> None:
    """The words "threatened to cut off aid" tell of a threat, not of aid."""
    doc = doc_of("Seoul threatened to cut off aid to Pyongyang.")
    assert [event.type for event in find_events(doc, cast_of(doc, "Seoul", "Pyongyang"))] == ["THREATEN"]


@pytest.mark.parametrize("sentence", ["The police arrested nobody.", "The police arrested no farmers."])
def test_what_was_done_to_nobody_is_denied(doc_of: DocOf, cast_of: CastOf, sentence: str) -> None:
    """An object that says that there was none denies the act."""
    doc = doc_of(sentence)
    (event,) = find_events(doc, cast_of(doc, "police"))
    assert (event.type, event.status) == ("COERCE", "denied")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Norway announced that it will ban the party.", "happened"),
        ("Norway said that it will ban the party.", "planned"),
        ("Norway announced that it will attack Chile.", "planned"),
    ],
)
def test_a_decision_is_made_when_it_is_announced(doc_of: DocOf, cast_of: CastOf, sentence: str, status: str) -> None:
    """A ban holds once it is announced; an attack is still to come, and so is what is only said."""
    doc = doc_of(sentence)
    (event,) = find_events(doc, cast_of(doc, "Norway", "party", "Chile"))
    assert event.status == status


def test_what_a_bill_would_do_is_no_event(doc_of: DocOf, cast_of: CastOf) -> None:
    """The content of a draft is no act of anybody, whichever way it is put; what the government would do is one."""
    for draft in ("Norway has a bill that would ban the party.", "The bill would ban the party."):
        doc = doc_of(draft)
        assert not [one for one in find_events(doc, cast_of(doc, "Norway", "party")) if one.type == "COERCE"]
    doc = doc_of("The government would ban the party.")
    (event,) = find_events(doc, cast_of(doc, "government", "party"))
    assert event.status == "possible"


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Talks between Iran and Iraq were cancelled.", [("CONSULT", ("Iran",), ("Iraq",), "denied")]),
        ("Iran cancelled talks with Iraq.", [("SANCTION", ("Iran",), ("Iraq",), "happened")]),
        ("The premier flew to Iran for talks with Iraq.", [("CONSULT", ("premier",), ("Iraq",), "happened")]),
        ("The resignation of the premier was announced.", [("CONCEDE", ("premier",), (), "happened")]),
    ],
)
def test_a_noun_beside_its_verb_is_one_event(
    found: Callable[[str], list[EventPart]],
    sentence: str,
    sides: list[tuple[str, tuple[str, ...], tuple[str, ...], str]],
) -> None:
    """The verb tells it where it has sides of its own; else the noun does, and a journey is to whom one talks with."""
    assert [(event.type, event.sources, event.targets, event.status) for event in found(sentence)] == sides


@pytest.mark.parametrize(
    ("sentence", "attacks"),
    [
        ("The premier was charged with two counts of murder.", 0),
        ("The premier was arrested on suspicion of murder.", 0),
        ("The premier was charged with the murder of rebels.", 1),
        ("The premier was shocked by the murder of rebels.", 1),
    ],
)
def test_a_crime_that_is_only_charged_is_no_attack(
    found: Callable[[str], list[EventPart]], sentence: str, attacks: int
) -> None:
    """What somebody is tried for is an event where its victim is told, and not one upon who is tried."""
    assert [one.type for one in found(sentence)].count("ASSAULT") == attacks


def test_a_chamber_in_which_a_bill_falls_rejects_it(doc_of: DocOf) -> None:
    """A passive without a doer is done by the chamber or court where it is done."""
    doc = doc_of("The amendment was defeated in the Senate.")
    cast = cast_actors(doc, [])
    assert [[cast.actors[one].name for one in event.sources] for event in find_events(doc, cast)] == [["Senate"]]


def test_a_second_object_hung_on_the_first_is_found(doc_of: DocOf) -> None:
    """What somebody is granted is reached where the parser takes it for his apposition."""
    doc = doc_of("President Ana Vidal granted former Finance Minister Jon Berg a full and unconditional pardon.")
    assert [one.type for one in find_events(doc, cast_actors(doc, []))] == ["CONCEDE"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("France praised the appeals court.", ["SUPPORT"]),
        ("France praised the extradition bill.", ["SUPPORT"]),
        ("France praised the extradition of rebels.", ["SUPPORT", "COOPERATE"]),
    ],
)
def test_a_noun_that_only_sorts_another_is_no_event(
    found: Callable[[str], list[EventPart]], sentence: str, kinds: list[str]
) -> None:
    """An event noun before a court or a bill says which one it is."""
    assert [one.type for one in found(sentence)] == kinds


def test_a_participle_taken_for_an_adjective_has_its_sides(found: Callable[[str], list[EventPart]]) -> None:
    """A bill "was co-sponsored by" somebody: a passive, however the parser cuts it."""
    assert [one.sources for one in found("The bill was co-sponsored by France and Iraq.")] == [("France", "Iraq")]


def test_a_demand_in_the_present_tense_asks_for_an_act(found: Callable[[str], list[EventPart]]) -> None:
    """What is demanded is no act, also where the tagger takes its subjunctive for a present."""
    assert [one.type for one in found("Rebels demanded that the premier step down.")] == ["REQUEST"]
