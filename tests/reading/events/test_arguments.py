"""Arguments: which actors stand on which side of an act."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from ranke.model import Sector
from ranke.reading.events.arguments import actors_at, sides
from ranke.reading.events.frames import direct_object
from ranke.reading.events.lexicon import lexicon
from ranke.reading.events.matching import best_match
from ranke.reading.parts import ActorPart, Cast, MentionPart

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]
Ids = tuple[str, ...]


@pytest.mark.parametrize(
    ("sentence", "word", "names", "ids"),
    [
        ("Iran met Iraq.", "Iraq", ("Iran", "Iraq"), ("Iraq",)),
        ("Iran met Iraq, Syria and Turkey.", "Iraq", ("Iraq", "Syria", "Turkey"), ("Iraq", "Syria", "Turkey")),
        ("The envoy rejected Iran's offer.", "offer", ("Iran",), ("Iran",)),
        ("The envoy rejected the offer of Iran.", "offer", ("Iran",), ("Iran",)),
        ("The envoy rejected the plans of the allies of Iran.", "plans", ("Iran",), ("Iran",)),
        ("The envoy rejected the offer.", "offer", ("Iran",), ()),
        ("The envoy praised the efforts of Iran to end the war.", "efforts", ("envoy", "Iran"), ("Iran",)),
        (
            "The government of Iran and the Guard signed.",
            "government",
            ("government", "Guard"),
            ("government", "Guard"),
        ),
        ("Relations between Iran and Iraq soured.", "Relations", ("Iran", "Iraq"), ("Iran", "Iraq")),
        ("The envoy rejected the offer made by Iran.", "offer", ("Iran",), ("Iran",)),
        ("They met a Guard whose leg had been broken.", "leg", ("Guard",), ("Guard",)),
    ],
)
def test_whom_a_thing_stands_for(
    doc_of: DocOf, cast_of: CastOf, sentence: str, word: str, names: Ids, ids: Ids
) -> None:
    """An actor stands for itself and its list; a plan, an offer or an ally for whoever it belongs to."""
    doc = doc_of(sentence)
    token = next(token for token in doc if token.text == word)
    assert actors_at(token, cast_of(doc, *names)) == ids


def test_only_a_patient_stands_for_whom_it_concerns(doc_of: DocOf, cast_of: CastOf) -> None:
    """Who refuses "talks with Iran" refuses Iran, but Iran does not hold them."""
    doc = doc_of("The premier rejected talks with Iran.")
    cast, talks = cast_of(doc, "Iran"), direct_object(doc[2])
    assert actors_at(talks, cast, patient=True) == ("Iran",)
    assert actors_at(talks, cast) == ()


def test_who_signs_an_accord_signs_it_with_the_other_signer(doc_of: DocOf, cast_of: CastOf) -> None:
    """Two states, bodies or persons as its subject are both sides of a treaty; crowds that sign stand on one side."""
    doc = doc_of("France and Iran signed a water treaty on Monday.")
    cast = cast_of(doc, "France", "Iran")
    match = best_match(doc[3], lexicon(), cast)
    assert match is not None
    for actor in cast.actors.values():
        actor.kind = "group"
    assert sides(match, cast) == (("France", "Iran"), ())
    for actor in cast.actors.values():
        actor.kind = "country"
    assert sides(match, cast) == (("France",), ("Iran",))


def test_nobody_stands_where_there_is_no_argument(cast_of: CastOf, doc_of: DocOf) -> None:
    """A missing argument has no actors."""
    assert actors_at(None, cast_of(doc_of("Iran met Iraq."), "Iran")) == ()


@pytest.mark.parametrize(
    ("sentence", "word", "source", "target"),
    [
        ("Rebels attacked Troops near the border.", "attacked", "Rebels", "Troops"),
        ("Troops were attacked by Rebels near the border.", "attacked", "Rebels", "Troops"),
        ("France condemned Iran.", "condemned", "France", "Iran"),
        ("France regretted that the poll had gone ahead and urged Iran to wait.", "urged", "France", "Iran"),
        ("France condemned the policy of Iran.", "condemned", "France", "Iran"),
        ("France urged Iran to stop the attacks.", "urged", "France", "Iran"),
        ("France demanded that Iran stop the attacks.", "demanded", "France", "Iran"),
        ("France imposed sanctions on Iran.", "sanctions", "France", "Iran"),
        ("Sanctions were imposed on Iran by France.", "Sanctions", "France", "Iran"),
        ("Iran faced criticism from France.", "criticism", "France", "Iran"),
        ("France, angered by Iran, recalled its ambassador from Iran.", "recalled", "France", "Iran"),
        ("Iran held talks with Iraq.", "talks", "Iran", "Iraq"),
        ("Talks between Iran and Iraq began.", "Talks", "Iran", "Iraq"),
        ("Iran and Iraq met in Oman.", "met", "Iran", "Iraq"),
        ("Iran's meeting with Iraq ended.", "meeting", "Iran", "Iraq"),
        ("Iraq said after a meeting with Iran that all was well.", "meeting", "Iraq", "Iran"),
        ("The delegations of Iran and Iraq met on Monday.", "met", "Iran", "Iraq"),
        ("France refused to hand the papers to Iran.", "refused", "France", "Iran"),
        ("France criticised the approach of Iran.", "criticised", "France", "Iran"),
        ("Iran left the area at the request of France.", "request", "France", "Iran"),
        ("Iran returned the statues at the request of France.", "request", "France", "Iran"),
        ("Iran heeded the demands of France.", "demands", "France", "Iran"),
        ("Troops criticised Iraq's neighbour, Iran.", "criticised", "Troops", "Iran"),
    ],
)
def test_sides(doc_of: DocOf, cast_of: CastOf, sentence: str, word: str, source: str, target: str) -> None:
    """Active and passive, verbs and nouns, one-sided and mutual acts give the same source and target."""
    doc = doc_of(sentence)
    cast = cast_of(doc, "Rebels", "Troops", "France", "Iran", "Iraq")
    token: Token = next(token for token in doc if token.text == word)
    match = best_match(token, lexicon(), cast)
    assert match is not None
    assert sides(match, cast) == ((source,), (target,))


def test_nobody_stands_on_both_sides(doc_of: DocOf, cast_of: CastOf) -> None:
    """Who acts is not acted on too, though both slots may lead to it."""
    doc = doc_of("Iran's army attacked Iran's rebels in Iran.")
    cast = cast_of(doc, "Iran")
    match = best_match(doc[3], lexicon(), cast)
    assert match is not None
    source, target = sides(match, cast)
    assert not set(source) & set(target)


def test_a_thing_unanswered_has_no_one_it_is_addressed_to(doc_of: DocOf, cast_of: CastOf) -> None:
    """Who only hears tell of a demand is not whom it is made of."""
    doc = doc_of("Iran described the demands of France.")
    match = best_match(doc[3], lexicon(), cast_of(doc, "Iran", "France"))
    assert match is not None
    assert sides(match, cast_of(doc, "Iran", "France")) == (("France",), ())


@pytest.mark.parametrize(
    ("sentence", "sector", "source"),
    [
        ("Novak was sentenced in the Court on Monday.", "JUD", ("Court",)),
        ("Novak was sentenced in the Court on Monday.", "BUS", ()),
        ("Novak was sentenced by a judge in the Court.", "JUD", ()),
    ],
)
def test_the_court_in_which_somebody_is_sentenced_acts(
    doc_of: DocOf, cast_of: CastOf, sentence: str, sector: Sector, source: Ids
) -> None:
    """A court that an agentless passive names as the place is who does it; no other place is."""
    doc = doc_of(sentence)
    cast = cast_of(doc, "Novak", "Court")
    cast.actors["Court"].sector = sector
    match = best_match(doc[2], lexicon(), cast)
    assert match is not None
    assert sides(match, cast) == (source, ("Novak",))


def test_the_state_in_which_somebody_is_sentenced_acts(doc_of: DocOf) -> None:
    """A country that only tells where is mentioned, though nobody there; a sentence passed in it is its own."""
    doc = doc_of("Novak was sentenced in Norway on Monday.")
    norway = ActorPart("Norway", "Norway", "country", mentions=[MentionPart(4, 5, 4, "name")])
    cast = Cast({"Novak": ActorPart("Novak", "Novak", "person"), "Norway": norway}, {0: ("Novak",)})
    match = best_match(doc[2], lexicon(), cast)
    assert match is not None
    assert sides(match, cast) == (("Norway",), ("Novak",))


def test_two_names_that_the_parser_made_one_both_act(doc_of: DocOf, cast_of: CastOf) -> None:
    """The first of two names is found where the parser hung it on the second, not where it only stands before it."""
    words, heads = ["Novak", "and", "Minister", "Berg", "spoke"], [3, 0, 3, 4, 4]
    deps, tags = ["nmod", "cc", "compound", "nsubj", "ROOT"], ["PROPN", "CCONJ", "PROPN", "PROPN", "VERB"]
    vocab = doc_of("Iran met Iraq.").vocab
    doc = Doc(vocab, words, heads=heads, deps=deps, pos=tags, ents=["B-PERSON", "O", "O", "B-PERSON", "O"])
    assert actors_at(doc[3], cast_of(doc, "Novak", "Berg")) == ("Novak", "Berg")
    deps[1] = "punct"
    other = Doc(vocab, words, heads=heads, deps=deps, pos=tags, ents=["B-PERSON", "O", "O", "B-PERSON", "O"])
    assert actors_at(other[3], cast_of(other, "Novak", "Berg")) == ("Berg",)
