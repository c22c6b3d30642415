"""Matching: which entry of the lexicon holds at a word, shown on small lexicons of our own."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc, Token

from ranke.model import EventType
from ranke.reading.events import lexicon as module
from ranke.reading.events.carriers import carrier
from ranke.reading.events.lexicon import Lexicon, Pattern, Word
from ranke.reading.events.matched import Match, lemmas, word_classes
from ranke.reading.events.matching import best_match
from ranke.reading.events.refusals import refusal
from ranke.reading.parts import Cast, Trace

NOBODY = Cast({}, {})
At = Callable[[str, str], Token]


def pattern(words: str, word: Word = "verb", kind: EventType = "ASSAULT", **row: Any) -> Pattern:  # noqa: ANN401
    """Return a pattern of an entry of our own, named after its words."""
    entry = module._entry(words.replace(" ", "_"), kind, {f"{word}s": [words], "example": "None.", **row})
    return Pattern(entry, word, tuple(words.split()))


def lexicon_of(*patterns: Pattern) -> Lexicon:
    """Return a lexicon of these patterns only."""
    table: dict[tuple[Word, str], tuple[Pattern, ...]] = {}
    for one in patterns:
        key = (one.word, module._head(one.word, one.words))
        table[key] = (*table.get(key, ()), one)
    return Lexicon(table, tuple(one.entry for one in patterns))


def rule(match: Match | None) -> str | None:
    """Return the rule of a match."""
    return match.pattern.entry.rule if match is not None else None


@pytest.mark.parametrize(
    ("sentence", "word", "classes"),
    [
        ("Rebels attacked the town.", "attacked", ("verb",)),
        ("The town was attacked.", "attacked", ("verb", "adjective")),
        ("Rebels attack the town.", "attack", ("verb",)),
        ("The attack failed.", "attack", ("noun",)),
        ("The leader was critical.", "critical", ("adjective",)),
        ("The leader was critical.", "was", ("verb",)),
        ("The leader has left.", "has", ()),
        ("The leader has left.", "The", ()),
    ],
)
def test_word_classes(at: At, sentence: str, word: str, classes: tuple[Word, ...]) -> None:
    """Verbs, nouns and predicative adjectives may begin an entry; auxiliaries and articles may not."""
    assert word_classes(at(sentence, word)) == classes


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("The party staged a rally.", "staged", "stage"),
        ("Troops were shelled.", "shelled", "shell"),
        ("They are besieging the town.", "besieging", "besiege"),
        ("The talks ended.", "talks", "talk"),
    ],
)
def test_a_word_is_looked_up_in_its_plain_forms(at: At, sentence: str, word: str, lemma: str) -> None:
    """The lemma of a verb is found though the lemmatizer may undo its ending wrongly."""
    found = lemmas(at(sentence, word))
    assert lemma in found
    assert len(found) == len(set(found))


def test_the_longer_pattern_goes_first(at: At) -> None:
    """A verb with its particle is another entry than the verb alone."""
    table = lexicon_of(pattern("call"), pattern("call off"), pattern("call for"))
    assert rule(best_match(at("The union called off the strike.", "called"), table, NOBODY)) == "call_off"
    assert rule(best_match(at("The union called for a strike.", "called"), table, NOBODY)) == "call_for"
    assert rule(best_match(at("The union called a strike.", "called"), table, NOBODY)) == "call"


def test_length_goes_before_limits(at: At) -> None:
    """A longer pattern is more specific than a shorter one with a restriction."""
    table = lexicon_of(pattern("call", object=["strike"]), pattern("call off"))
    assert rule(best_match(at("The union called off the strike.", "called"), table, NOBODY)) == "call_off"


def test_a_restricted_entry_goes_before_an_open_one(at: At) -> None:
    """Of two entries for a word, the one whose restriction holds is the more specific."""
    table = lexicon_of(pattern("sign", weight=0.9), pattern("sign", object=["pact"], weight=0.4))
    match = best_match(at("The two states signed a pact.", "signed"), table, NOBODY)
    assert match is not None
    assert match.pattern.entry.object == {"pact"}


def test_of_equals_the_surer_goes_first(at: At) -> None:
    """Between entries alike in words and limits the weight decides, else the order of the table."""
    low, high, same = pattern("hit", weight=0.4), pattern("hit", weight=0.8), pattern("hit", weight=0.8)
    match = best_match(at("Rebels hit the town.", "hit"), lexicon_of(low, high, same), NOBODY)
    assert match is not None
    assert match.pattern is high


def test_words_stand_below_the_verb_or_right_of_its_object(at: At) -> None:
    """The further words of an entry are found where grammar hangs them, not anywhere in the sentence."""
    table = lexicon_of(pattern("suspect of"), pattern("open fire on"))
    match = best_match(at("Police suspect him of theft.", "suspect"), table, NOBODY)
    assert match is not None
    assert [token.text for token in match.tokens] == ["suspect", "of"]
    assert rule(best_match(at("Troops opened fire on the crowd.", "opened"), table, NOBODY)) == "open_fire_on"
    assert best_match(at("The shop opened and a fire broke out on the roof.", "opened"), table, NOBODY) is None


def test_a_time_is_no_object_of_a_phrasal_verb(at: At) -> None:
    """Who "called on Friday" did not "call on" anybody."""
    table = lexicon_of(pattern("call on"))
    assert best_match(at("The envoy called on Friday.", "called"), table, NOBODY) is None
    assert rule(best_match(at("The envoy called on the rebels to leave.", "called"), table, NOBODY)) == "call_on"


@pytest.mark.parametrize(
    ("sentence", "words", "row", "actors", "why"),
    [
        ("Rebels struck a deal.", "strike", {"object": ["town", "base"]}, (), "its object is none of base, town …"),
        ("Rebels struck a town.", "strike", {"object": ["town"]}, (), None),
        ("Rebels struck towns and a base.", "strike", {"object": ["base"]}, (), None),
        ("Rebels struck a deal.", "strike", {"not_object": ["deal"]}, (), "another sense with deal"),
        ("Rebels struck a town.", "strike", {"object_actor": True}, (), "its object is no actor"),
        ("Rebels struck a town.", "strike", {"object_actor": True}, ("town",), None),
        ("A town was struck by rebels.", "strike", {"object_actor": True}, ("town",), None),
        ("A storm struck the town.", "strike", {"subject": ["rebel"]}, (), "its subject is none of rebel …"),
        ("Rebels struck the town.", "strike", {"subject": ["rebel"]}, (), None),
        ("A storm struck the town.", "strike", {"not_subject": ["storm"]}, (), "another sense with storm as subject"),
        ("A storm struck the town.", "strike", {"subject_actor": True}, ("town",), "its subject is no actor"),
        ("The town was struck.", "strike", {"subject_actor": True}, ("town",), "its subject is no actor"),
        ("The town was told to yield.", "tell", {"subject_actor": True, "clause": "required"}, ("town",), None),
        ("The envoy warned that troops would come.", "warn", {"clause": "forbidden"}, (), "not with a clause"),
        ("The envoy warned that troops would come.", "warn", {"clause": "required"}, (), None),
        ("The envoy warned the rebels.", "warn", {"clause": "required"}, (), "it needs a clause"),
    ],
)
def test_restrictions(  # noqa: PLR0913 (a table of cases)
    doc_of: Callable[[str], Doc],
    cast_of: Callable[..., Cast],
    sentence: str,
    words: str,
    *,
    row: dict[str, Any],
    actors: tuple[str, ...],
    why: str | None,
) -> None:
    """An entry is refused where its restriction fails, with the reason that `explain` shows."""
    doc = doc_of(sentence)
    verb = next(token for token in doc if words in lemmas(token))
    assert refusal(Match(pattern(words, **row), verb, [verb]), cast_of(doc, *actors)) == why


def test_the_trace_tells_what_was_refused(at: At) -> None:
    """Whose words match and whose restriction fails leaves a line with its rule and the reason."""
    trace: Trace = []
    token = at("Rebels struck a deal.", "struck")
    assert best_match(token, lexicon_of(pattern("strike", not_object=["deal"])), NOBODY, trace) is None
    assert trace == [(token.i, "  refused  strike at “struck”: another sense with deal")]


def test_nouns_of_several_words(at: At) -> None:
    """A compound ends with its head; a noun with its preposition begins with it."""
    table = lexicon_of(
        pattern("attack", "noun"), pattern("rocket attack", "noun"), pattern("state of emergency", "noun")
    )
    match = best_match(at("A rocket attack killed ten.", "attack"), table, NOBODY)
    assert match is not None
    assert [token.text for token in match.tokens] == ["rocket", "attack"]
    assert rule(best_match(at("An attack killed ten.", "attack"), table, NOBODY)) == "attack"
    found = best_match(at("Ministers declared a state of emergency.", "state"), table, NOBODY)
    assert rule(found) == "state_of_emergency"
    table = lexicon_of(pattern("appeal", "noun"), pattern("appeal to", "noun"))
    assert rule(best_match(at("The appeal to donors failed.", "appeal"), table, NOBODY)) == "appeal_to"
    assert rule(best_match(at("The appeal failed.", "appeal"), table, NOBODY)) == "appeal"


def test_a_participle_after_a_noun_carries_it(at: At) -> None:
    """A light verb may follow its noun; others tell of something else."""
    table = lexicon_of(pattern("sanction", "noun"))
    for sentence, carried in (
        ("Sanctions imposed on Lima by Oslo failed.", True),
        ("Sanctions known to bankers failed.", False),
    ):
        match = best_match(at(sentence, "Sanctions"), table, NOBODY)
        assert match is not None
        assert (match.carrier is not None) is carried


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("Rebels launched an attack on the town.", "attack", ("launched", False)),
        ("An attack was launched by rebels.", "attack", ("launched", False)),
        ("Troops carried out raids in the north.", "raids", ("carried", False)),
        ("The town came under attack.", "attack", ("came", True)),
        ("The premier faced criticism from allies.", "criticism", ("faced", True)),
        ("The premier faced criticism and condemnation.", "condemnation", ("faced", True)),
        ("The premier cancelled the talks.", "talks", ("cancelled", False)),
        ("The premier described the attack.", "attack", (None, False)),
        ("The attack failed.", "attack", (None, False)),
    ],
)
def test_the_verb_that_carries_a_noun(at: At, sentence: str, noun: str, expected: tuple[str | None, bool]) -> None:
    """A light verb carries its noun; "came under" and "faced" turn the sides round; other verbs carry nothing."""
    found, reverse = carrier(at(sentence, noun))
    assert (found.text if found is not None else None, reverse) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "holds"),
    [
        ("The mayor called the raid a shameful act.", "called", True),
        ("The mayor called the raid a crime.", "called", True),
        ("The mayor described the raid as a crime.", "described", True),
        ("The mayor called the raid a drill.", "called", False),
        ("The raid was a crime.", "was", True),
        ("The raid was a drill.", "was", False),
    ],
)
def test_a_predicate_is_what_is_said_of_the_object(at: At, sentence: str, word: str, *, holds: bool) -> None:
    """An entry with a predicate looks at what the verb says of its subject or object, adjectives of it included."""
    words = {"called": "call", "described": "describe", "was": "be"}[word]
    table = lexicon_of(pattern(words, predicate=["shameful", "crime"]))
    assert (best_match(at(sentence, word), table, NOBODY) is not None) is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("France sent thousands of soldiers.", True),
        ("France sent a group of soldiers.", True),
        ("France sent a song of soldiers.", False),
        ("France sent soldiers.", True),
    ],
)
def test_a_quantity_speaks_of_what_it_counts(at: At, sentence: str, *, holds: bool) -> None:
    """Where the object only counts, the restriction is held against what is counted."""
    table = lexicon_of(pattern("send", object=["@troops"]))
    assert (best_match(at(sentence, "sent"), table, NOBODY) is not None) is holds


def test_places_are_told_by_the_text(at: At) -> None:
    """The class of places holds for names of towns and lands, whatever they are called."""
    table = lexicon_of(pattern("storm", object=["@place"]))
    assert best_match(at("Rebels stormed Mosul.", "stormed"), table, NOBODY) is not None
    assert best_match(at("Rebels stormed the market.", "stormed"), table, NOBODY) is None


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("The minister will not sign the accord.", "REJECT"),
        ("The minister did not sign the accord.", None),
        ("The minister will sign the accord.", None),
    ],
)
def test_will_not_is_a_refusal(at: At, sentence: str, negated: EventType | None) -> None:
    """Who says no to an act of cooperation to come rejects it; what did not happen is no refusal."""
    found = best_match(at(sentence, "sign"), lexicon_of(pattern("sign", kind="SUPPORT")), NOBODY)
    assert found is not None
    assert found.pattern.entry.negated == negated


def test_what_somebody_must_do_is_within_reach(at: At) -> None:
    """A pattern may name the modal of the clause that is said: "said Warsaw must"."""
    table = lexicon_of(pattern("say must", kind="REQUEST"))
    assert best_match(at("Brussels said Warsaw must pay.", "said"), table, NOBODY) is not None
    assert best_match(at("Brussels said Warsaw will pay.", "said"), table, NOBODY) is None


@pytest.mark.parametrize(
    ("sentence", "rule_found"),
    [
        ("The state imposed a curfew and the court lifted it.", "lift"),
        ("The state imposed a tax and the court lifted it.", None),
        ("The state imposed a curfew and the court lifted a chair.", None),
    ],
)
def test_it_is_the_thing_named_before(at: At, sentence: str, rule_found: str | None) -> None:
    """A ban or curfew named shortly before "it" is what is lifted; another thing is not."""
    table = lexicon_of(pattern("lift", kind="CONCEDE", object=["curfew", "ban"]))
    assert rule(best_match(at(sentence, "lifted"), table, NOBODY)) == rule_found


def test_a_term_is_set_until_a_day(at: At) -> None:
    """A preposition before a day is no part of a pattern, but for "until", which sets a term."""
    table = lexicon_of(pattern("give until", kind="THREATEN"), pattern("give on", kind="AID"))
    assert rule(best_match(at("Rebels gave the garrison until Friday.", "gave"), table, NOBODY)) == "give_until"
    assert best_match(at("Rebels gave the garrison bread on Friday.", "gave"), table, NOBODY) is None


def test_a_pattern_with_its_own_not_is_no_refusal(at: At) -> None:
    """Who will not seek a term gives way, though who will not approve refuses."""
    table = lexicon_of(pattern("seek not", kind="CONCEDE", negated="CONCEDE"), pattern("approve", kind="SUPPORT"))
    gives_way = best_match(at("The mayor will not seek a term.", "seek"), table, NOBODY)
    refuses = best_match(at("The mayor will not approve the budget.", "approve"), table, NOBODY)
    assert gives_way is not None
    assert refuses is not None
    assert (gives_way.pattern.entry.negated, refuses.pattern.entry.negated) == ("CONCEDE", "REJECT")


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [("Vidal called Novak on Monday.", False), ('Vidal called Novak "a fugitive" on Monday.', True)],
)
def test_who_is_called_something_is_not_called_up(doc_of: Callable[[str], Doc], sentence: str, refused: bool) -> None:  # noqa: FBT001
    """An entry that wants no clause holds of a verb alone, not with a name that it gives."""
    doc = doc_of(sentence)
    wanted = pattern("call", kind="CONSULT", clause="forbidden")
    found = best_match(doc[1], lexicon_of(wanted), NOBODY)
    assert (found is None) is refused
