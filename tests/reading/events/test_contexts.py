"""Contexts: what events are about, by the words around them."""

from typing import Any, get_args

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ranke.errors import TableError
from ranke.model import Context, Report
from ranke.reading import explain, read
from ranke.reading.events import contexts as module
from ranke.reading.events.contexts import context_words, set_contexts
from ranke.reading.parts import EventPart
from ranke.tables import read_toml

TABLE = read_toml("ranke.reading.events", "contexts.toml")


def about(*sentences: str, at: int = 0, cameo: str | None = None) -> tuple[Context, ...]:
    """Return the contexts of an event at this token of some sentences whose words are lemmas."""
    words = [word for sentence in sentences for word in sentence.split()]
    starts = [place == 0 for sentence in sentences for place, _ in enumerate(sentence.split())]
    doc = Doc(Vocab(), words=words, lemmas=words, sent_starts=starts)
    event = EventPart("ACCUSE", "rule", None, cameo, at, (0, 1))
    set_contexts(doc, [event])
    return event.contexts


@pytest.mark.parametrize("context", get_args(Context))
def test_every_context_is_found_in_its_example(context: Context) -> None:
    """An event of the example is about it, and about nothing that the example does not name besides."""
    row = TABLE[context]
    found = {
        one for event in read(Report(id="r1", date="2020-03-02", text=row["example"])).events for one in event.contexts
    }
    assert context in found
    assert found <= {context, *row.get("also", ())}


def test_a_sure_word_is_enough_and_a_hint_is_not() -> None:
    """One sure word shows a context, one hint none, two different hints do; the same hint twice is one."""
    assert about("they accuse the army") == ("military",)
    assert about("they accuse the commander") == ()
    assert about("they accuse the commander of the tank") == ("military",)
    assert about("they accuse the commander and the commander") == ()


def test_the_longest_expression_counts() -> None:
    """An expression of two words shows what neither of them shows alone."""
    assert about("they defend human right") == ("human_rights",)
    assert about("they defend a right") == ()


def test_words_far_from_the_event_count_half() -> None:
    """A sure word at the other end of a long sentence needs another; in the next sentence it counts nothing."""
    far = "they accuse " + "the " * 12
    assert about(far + "army") == ()
    assert about(far + "army navy") == ("military",)
    assert about("they accuse him", "the army come") == ()
    assert about("the army come", "they accuse him", at=4) == ()


def test_a_report_on_a_theme_needs_less() -> None:
    """Where the whole report speaks of a context, a hint near the event is enough."""
    theme = "the army the navy the warship the artillery"
    assert about("they accuse the commander", theme) == ("military",)
    assert about("they accuse him", theme) == ()


def test_acts_that_are_of_a_context_need_no_word() -> None:
    """To drop nuclear arms is of its context whatever stands around."""
    assert about("they do it", cameo="2042") == ("cbrn",)


def test_the_surest_come_first_and_few() -> None:
    """At most three, the one with most words first, equal ones in order of the text."""
    found = about("they accuse the bank the judge of bribe cocaine graft")
    assert found == ("corruption", "economic", "legal")


def test_time_stays_linear_in_a_sentence_without_end() -> None:
    """Words beyond reach are not looked at, however long the sentence is."""
    assert about("they accuse " + "army navy warship artillery " * 20, at=0) == ("military",)
    assert about("army " + "the " * 60 + "accuse", at=60) == ()


def test_an_empty_report_has_no_contexts() -> None:
    """Nothing to do is done."""
    set_contexts(Doc(Vocab()), [])


def test_explain_names_the_words() -> None:
    """A reader can look up why an event has a context."""
    lines = explain(Report(id="r1", date="2020-03-02", text="The opposition rejected the outcome of the election."))
    assert "  context  election by election" in lines


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"hint": ["army"]}, "army"),
        ({"codes": ["999"]}, "999"),
        ({"sure": ["one two three four"]}, "one two three four"),
        (None, "military"),
    ],
)
def test_a_broken_table_is_refused(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any] | None, word: str) -> None:
    """A word twice in a context, an unknown code, too long an expression or a missing context is named."""
    table = {name: dict(row) for name, row in TABLE.items()}
    if change is None:
        del table["military"]
    else:
        table["military"] |= change
    monkeypatch.setattr(module, "read_toml", lambda *_: table)
    context_words.cache_clear()
    with pytest.raises(TableError, match=word):
        context_words()
    context_words.cache_clear()
