"""Implied sides: only what the report makes plain is filled in."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from ranke.model import EventType, Sector, Status
from ranke.reading.events.implied import imply_sources, imply_targets, leave_own_out
from ranke.reading.parts import ActorPart, Cast, EventPart, MentionPart

DocOf = Callable[[str], Doc]


def cast(**heads: int) -> Cast:
    """Return a cast of two countries and the people of one, mentioned at these tokens."""
    actors = {
        "Iran": ActorPart("Iran", "Iran", "country", country="IRN"),
        "Iraq": ActorPart("Iraq", "Iraq", "country", country="IRQ"),
        "students": ActorPart("students", "students", "group", country="IRN"),
        "crowd": ActorPart("crowd", "crowd", "group"),
    }
    return Cast(actors, {at: (one,) for one, at in heads.items()})


def event(kind: EventType, anchor: int, *sources: str, targets: tuple[str, ...] = ()) -> EventPart:
    """Return an event of this type at a token."""
    return EventPart(kind, "rule", None, None, anchor, (0, 1), sources=sources, targets=targets, weight=0.8)


def test_a_protest_is_against_the_protesters_own_government(doc_of: DocOf) -> None:
    """Students of a country that the report names protest against that country."""
    one = event("PROTEST", 1, "students")
    imply_targets(doc_of("Students rallied."), [one], cast(Iraq=7, students=0, Iran=9))
    assert one.targets == ("Iran",)
    assert one.weight == pytest.approx(0.56)


def test_else_against_the_country_that_the_report_is_of(doc_of: DocOf) -> None:
    """A crowd of unknown country protests against the country that is named most often."""
    one, many = event("PROTEST", 1, "crowd"), cast(crowd=0, Iran=5)
    many.heads.update({6: ("Iraq",), 7: ("Iraq",)})
    imply_targets(doc_of("Crowds rallied."), [one], many)
    assert one.targets == ("Iraq",)


def test_where_no_country_is_named_the_target_stays_empty(doc_of: DocOf) -> None:
    """Nothing is invented."""
    one = event("PROTEST", 1, "crowd")
    imply_targets(doc_of("Crowds rallied."), [one], cast(crowd=0))
    assert one.targets == ()
    assert one.weight == 0.8


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [("Iraq rejected the move.", ("Iran",)), ("Iraq rejected it.", ("Iran",)), ("Iraq refused.", ())],
)
def test_a_rejection_is_of_whoever_made_the_move(doc_of: DocOf, sentence: str, targets: tuple[str, ...]) -> None:
    """The nearest earlier act of somebody else is answered, where the object is an act without its owner."""
    earlier, answer = event("SANCTION", 0, "Iran", targets=("Iraq",)), event("REJECT", 1, "Iraq")
    imply_targets(doc_of(sentence), [earlier, answer], cast(Iran=20, Iraq=0))
    assert answer.targets == targets


def test_nobody_protests_against_himself(doc_of: DocOf) -> None:
    """A country that protests is not its own target."""
    one = event("PROTEST", 1, "Iran")
    imply_targets(doc_of("Iran protested."), [one], cast(Iran=0))
    assert one.targets == ()


def test_ones_own_act_is_not_what_one_answers(doc_of: DocOf) -> None:
    """An earlier act of the same actor is passed over, the nearest is answered, what lies far back is forgotten."""
    doc = doc_of("Iraq rejected the move.")
    other, own, answer = event("SANCTION", 0, "Iran"), event("AID", 0, "Iraq"), event("REJECT", 1, "Iraq")
    imply_targets(doc, [other, own, answer], cast(Iraq=0))
    assert answer.targets == ("Iran",)
    nearest = event("REJECT", 1, "Iraq")
    imply_targets(doc, [other, event("AID", 0, "crowd"), nearest], cast(Iraq=0))
    assert nearest.targets == ("crowd",)
    late = event("REJECT", 1, "Iraq")
    imply_targets(doc, [other, *[own] * 6, late], cast(Iraq=0))
    assert late.targets == ()


def test_what_grammar_found_stays(doc_of: DocOf) -> None:
    """A target that is there is kept, and other types are left alone."""
    protest, attack = event("PROTEST", 1, "students", targets=("Iraq",)), event("ASSAULT", 1, "students")
    imply_targets(doc_of("Students rallied."), [protest, attack], cast(Iran=9))
    assert (protest.targets, attack.targets) == (("Iraq",), ())


def test_who_did_it_is_not_guessed(doc_of: DocOf) -> None:
    """A protest by nobody known stays so, and so does an attack while two may have done it."""
    doc = doc_of("Rallies followed after gunmen and a bomber struck.")
    protest, attack = event("PROTEST", 0), event("ASSAULT", 7, targets=("Iran",))
    many = cast(Iran=9, crowd=3, students=6)
    many.actors["crowd"].mentions = [MentionPart(3, 4, 3, "nominal")]
    many.actors["students"].mentions = [MentionPart(6, 7, 6, "nominal")]
    imply_sources(doc, [protest, attack], many)
    imply_targets(doc, [protest, attack], many)
    assert (protest.sources, protest.targets, attack.sources) == ((), (), ())


def test_who_is_called_after_the_act_did_it(doc_of: DocOf) -> None:
    """The one gunman of a report shot, its protesters protested; what is only planned is left open."""
    doc = doc_of("The guard was shot. A gunman fled.")
    many = cast(Iran=1, crowd=6)
    many.actors["crowd"].mentions = [MentionPart(6, 7, 6, "nominal")]
    shot, planned = event("ASSAULT", 3, targets=("Iran",)), event("ASSAULT", 3, targets=("Iran",))
    planned.status = "planned"
    imply_sources(doc, [shot, planned], many)
    assert (shot.sources, planned.sources) == (("crowd",), ())
    assert shot.weight == pytest.approx(0.56)


def test_an_act_of_another_year_was_not_the_gunman_s(doc_of: DocOf) -> None:
    """A year in the sentence sets an act apart from the one that the report is about."""
    doc = doc_of("The guard had been shot in 2009. A gunman fled.")
    many = cast(Iran=1, crowd=9)
    many.actors["crowd"].mentions = [MentionPart(9, 10, 9, "nominal")]
    shot = event("ASSAULT", 4, targets=("Iran",))
    imply_sources(doc, [shot], many)
    assert shot.sources == ()


def test_who_gives_way_gives_way_to_whoever_pressed(doc_of: DocOf) -> None:
    """A resignation, but no regret, answers the protests against the same man or his government."""
    doc = doc_of("Iran gave way.")
    protest = event("PROTEST", 0, "crowd", targets=("Iran",))
    own, other, regret = (event("CONCEDE", 1, one) for one in ("students", "Iraq", "students"))
    own.cameo = other.cameo = "0831"
    regret.cameo = "055"
    imply_targets(doc, [own, other, regret, protest], cast(Iran=0, Iraq=5))
    assert (own.targets, other.targets, regret.targets) == (("crowd",), (), ())


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [("Judges rejected.", ("Iraq",)), ("Judges rejected a law.", ("Iraq",)), ("Judges rejected a petition.", ())],
)
def test_a_court_rules_against_its_state(doc_of: DocOf, sentence: str, targets: tuple[str, ...]) -> None:
    """A ruling against nobody named, or on what the state made, is against the state; not so on what was filed."""
    many = cast(Iran=0, Iraq=5)
    many.actors["court"] = ActorPart("court", "court", "organization", country="IRQ", sector="JUD")
    ruling = event("REJECT", 1, "court")
    imply_targets(doc_of(sentence), [ruling], many)
    assert ruling.targets == targets


def test_who_condemns_an_act_turns_on_its_doer(doc_of: DocOf) -> None:
    """Wherever the attack is told; who looks into it accuses nobody yet, and a word for it is needed."""
    attack, aid = event("ASSAULT", 9, "Iran"), event("AID", 8, "crowd")
    blame, inquiry, other = (event("ACCUSE", 1, "Iraq") for _ in range(3))
    blame.mode = other.mode = "disapprove"
    imply_targets(doc_of("Iraq condemned the attack."), [blame, inquiry, aid, attack], cast(Iraq=0, Iran=9))
    imply_targets(doc_of("Iraq condemned the weather."), [other, aid, attack], cast(Iraq=0, Iran=9))
    assert (blame.targets, inquiry.targets, other.targets) == (("Iran",), (), ())


@pytest.mark.parametrize(("status", "targets"), [("happened", ("Iran",)), ("planned", ("crowd",))])
def test_who_condemns_an_attack_means_none_that_is_planned(
    doc_of: DocOf, status: Status, targets: tuple[str, ...]
) -> None:
    """The nearest raid that took place is meant; one that somebody only plans is passed over."""
    blame, near, far = event("ACCUSE", 1, "Iraq"), event("ASSAULT", 4, "Iran"), event("ASSAULT", 9, "crowd")
    blame.mode, near.status = "disapprove", status
    imply_targets(doc_of("Iraq condemned the attack."), [blame, near, far], cast(Iraq=0, Iran=9))
    assert blame.targets == targets


def test_who_condemns_a_pledge_means_whoever_pledged(doc_of: DocOf) -> None:
    """A promise is known by its verb; an act of another type that is told by the same word is not meant."""
    for kind, targets in (("AGREE", ("Iran",)), ("SUPPORT", ())):
        pledge, blame = event(kind, 1, "Iran"), event("ACCUSE", 4, "Iraq")
        blame.mode = "disapprove"
        imply_targets(doc_of("Iran pledged. Iraq condemned the pledge."), [pledge, blame], cast(Iraq=3, Iran=0))
        assert blame.targets == targets


def test_who_praises_an_act_praises_its_doer(doc_of: DocOf) -> None:
    """Praise of a raid is of its last doer, praise of a ruling of the court that ruled."""
    many = cast(Iraq=0, Iran=9)
    many.actors["court"] = ActorPart("court", "High Court", "organization", sector="JUD")
    for sentence, doer in (("Iraq praised the raid.", "Iran"), ("Iraq praised the ruling.", "court")):
        praise, raid, ruling = event("SUPPORT", 1, "Iraq"), event("ASSAULT", 0, "Iran"), event("REJECT", 0, "court")
        praise.cameo = "051"
        imply_targets(doc_of(sentence), [ruling, raid, praise], many)
        assert praise.targets == (doer,)


def test_who_condemns_a_bare_act_turns_on_who_acted_last(doc_of: DocOf) -> None:
    """Whoever acted before made "the move"; what "it" is may be anything."""
    for sentence, targets in (("Iraq condemned the move.", ("Iran",)), ("Iraq condemned it.", ())):
        aid, blame = event("AID", 0, "Iran"), event("ACCUSE", 1, "Iraq")
        blame.mode = "disapprove"
        imply_targets(doc_of(sentence), [aid, blame], cast(Iraq=0, Iran=9))
        assert blame.targets == targets


def test_who_rejects_a_charge_answers_whoever_accused_his_country(doc_of: DocOf) -> None:
    """A spokesman of Iraq answers the accuser of Iraq, whoever acted since; a charge against others is not his."""
    many = cast(spokesman=0, Iran=9)
    many.actors["spokesman"] = ActorPart("spokesman", "spokesman", "person", country="IRQ")
    for accused, targets in (("Iraq", ("Iran",)), ("students", ("crowd",))):
        charge, answer = event("ACCUSE", 0, "Iran", targets=(accused,)), event("REJECT", 1, "spokesman")
        aid = event("AID", 0, "crowd")
        imply_targets(doc_of("They rejected the allegations of bias."), [charge, aid, answer], many)
        assert answer.targets == targets


def test_aid_without_a_receiver_goes_to_the_country_of_the_report(doc_of: DocOf) -> None:
    """Help that Iran sends is for Iraq, which is named most; Iraq helps nobody whom the text leaves out."""
    many = cast(Iran=0, Iraq=5)
    many.heads.update({6: ("Iraq",), 7: ("Iraq",)})
    for helper, targets in (("Iran", ("Iraq",)), ("Iraq", ())):
        aid = event("AID", 1, helper)
        imply_targets(doc_of("They sent tents."), [aid], many)
        assert aid.targets == targets


def test_who_denies_answers_whoever_accused_him(doc_of: DocOf) -> None:
    """Not whoever acted in between; and nobody, where the charge is told without who made it."""
    doc = doc_of("Iraq denied it.")
    charge, between = event("ACCUSE", 9, "Iran", targets=("Iraq",)), event("AID", 8, "crowd")
    open_charge = event("ACCUSE", 9, targets=("Iraq",))
    answer, unanswered = event("REJECT", 1, "Iraq"), event("REJECT", 1, "Iraq")
    answer.rule = unanswered.rule = "reject.deny"
    imply_targets(doc, [charge, between, answer], cast(Iraq=0, Iran=9))
    imply_targets(doc, [open_charge, between, unanswered], cast(Iraq=0, Iran=9))
    assert (answer.targets, unanswered.targets) == (("Iran",), ())


def test_an_appeal_is_against_the_court_that_ruled_last(doc_of: DocOf) -> None:
    """Not against the state, and against nobody where no court has acted."""
    many = cast(Iran=0)
    many.actors["court"] = ActorPart("court", "court", "organization", country="IRN", sector="JUD")
    ruling, appeal, alone = event("COERCE", 9, "court"), event("REJECT", 1, "Iran"), event("REJECT", 1, "Iran")
    appeal.rule = alone.rule = "reject.appeal_plain"
    imply_targets(doc_of("Iran appealed."), [ruling, event("AID", 8, "Iraq"), appeal], many)
    imply_targets(doc_of("Iran appealed."), [event("AID", 8, "Iraq"), alone], many)
    assert (appeal.targets, alone.targets) == (("court",), ())


def test_a_crowd_that_gathers_may_be_for_somebody(doc_of: DocOf) -> None:
    """Its target stays empty, and so does whom a beaten candidate concedes to."""
    gathering, defeat = event("PROTEST", 1, "students"), event("CONCEDE", 1, "Iran")
    gathering.rule, defeat.rule, defeat.cameo = "protest.gather", "concede.concede_election", "080"
    protest = event("PROTEST", 1, "crowd", targets=("Iran",))
    imply_targets(doc_of("Students gathered."), [gathering, protest, defeat], cast(Iran=9))
    assert (gathering.targets, defeat.targets) == ((), ())


def test_whoever_tells_of_an_answer_is_not_answered(doc_of: DocOf) -> None:
    """In "Iran alleged that Iraq rejected the idea", the idea is not the allegation."""
    doc = doc_of("Iran alleged that Iraq rejected the idea.")
    telling, answer = event("ACCUSE", 1, "Iran"), event("REJECT", 4, "Iraq")
    imply_targets(doc, [telling, answer], cast(Iran=0, Iraq=3))
    assert answer.targets == ()


@pytest.mark.parametrize(("sector", "asked"), [("CVL", ("Iran",)), ("MIL", ())])
def test_the_people_ask_something_of_their_government(doc_of: DocOf, sector: Sector, asked: tuple[str, ...]) -> None:
    """Students who call for a reform mean their own government; an army that asks for something may mean anybody."""
    one, two = event("REQUEST", 1, "students"), cast(students=0, Iran=5)
    two.actors["students"].sector = sector
    imply_targets(doc_of("Students asked for calm."), [one], two)
    assert one.targets == asked


def test_who_claims_an_attack_struck_whom_it_struck(doc_of: DocOf) -> None:
    """The target of a claim of responsibility is that of the attack told before it."""
    attack, claim = event("ASSAULT", 1, targets=("Iraq",)), event("ASSAULT", 4, "crowd")
    claim.rule = "assault.claim_responsibility"
    imply_targets(doc_of("Rockets fell . Rebels claimed responsibility ."), [attack, claim], cast(Iraq=9, crowd=3))
    assert claim.targets == ("Iraq",)


@pytest.mark.parametrize(
    ("targets", "left"),
    [(("Iran", "Iraq"), ("Iraq",)), (("Iran",), ("Iran",)), (("crowd", "students"), ("crowd", "students"))],
)
def test_who_praises_a_tie_praises_the_other_side(targets: tuple[str, ...], left: tuple[str, ...]) -> None:
    """Of two states the speaker's own is no target; where nobody else is there, and of people, all stay."""
    one = event("SUPPORT", 1, "students", targets=targets)
    leave_own_out([one], cast())
    assert one.targets == left


@pytest.mark.parametrize(("partners", "targets"), [(("Iraq",), ("Iraq",)), ((), ())])
def test_a_visit_is_to_those_whose_people_are_met(
    doc_of: DocOf, partners: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    """Where students of Iran meet Iraq, Iraq is the host of their visit; where they meet nobody, it stays open."""
    visit = replace(event("CONSULT", 2, "students"), rule="consult.visit_noun")
    imply_targets(doc_of("The students' visit began."), [visit, event("CONSULT", 3, "Iran", targets=partners)], cast())
    assert visit.targets == targets
