"""The lexicon: every entry proves itself on its own example sentence."""

import pytest
from spacy.tokens import Doc, Token

from ranke.errors import TableError
from ranke.model import QUAD
from ranke.reading.events import lexicon as module
from ranke.reading.events.find import find_events
from ranke.reading.events.lexicon import Entry, lexicon
from ranke.reading.parser import pipeline
from ranke.reading.parts import Cast, Trace
from ranke.schemes import fits, goldstein, intensity, types

FEWEST = 1400


def is_somebody(token: Token) -> bool:
    """Nouns, names, pronouns and adjectives of nations."""
    return token.pos_ in ("NOUN", "PROPN", "PRON") or (token.pos_ == "ADJ" and token.text.istitle())


def everyone(doc: Doc) -> Cast:
    """A cast in which every noun, name, pronoun and nation is an actor, its place its id."""
    return Cast({}, {token.i: (str(token.i),) for token in doc if is_somebody(token)})


def words(doc: Doc, ids: tuple[str, ...]) -> set[str]:
    """The words of an argument: its head and what belongs to it ("Myanmar's treatment of the Rohingya")."""
    return {token.text for one in ids for token in doc[int(one)].subtree}


def complaint(entry: Entry, doc: Doc) -> str | None:
    """Return what an entry's example does not show, or None."""
    trace: Trace = []
    events = [one for one in find_events(doc, everyone(doc), trace) if one.type in (entry.type, entry.negated)]
    if any(line.startswith(f"  refused  {entry.rule} ") and line.endswith("too unsure") for _, line in trace):
        return None  # so doubtful a word that it needs more than its example gives
    if not any(line.startswith(f"  matched  {entry.rule} ") for _, line in trace):
        return f"{entry.rule}: no event in {entry.example!r}"
    for event in events:
        source, target = (words(doc, ids) for ids in (event.sources, event.targets))
        straight = (not entry.who or entry.who in source) and (not entry.whom or entry.whom in target)
        if straight or (entry.frame == "mutual" and {entry.who, entry.whom} - {""} <= source | target):
            return None
    found = [(event.sources, event.targets) for event in events]
    return f"{entry.rule}: wanted {entry.who!r} → {entry.whom!r}, found {found} in {entry.example!r}"


def test_every_entry_makes_its_event_in_its_example() -> None:
    """Each example sentence gives an event by that entry's rule, with the sides that the entry names."""
    entries = lexicon().entries
    docs = pipeline().pipe([entry.example for entry in entries])
    complaints = [found for entry, doc in zip(entries, docs, strict=True) if (found := complaint(entry, doc))]
    assert complaints == []


def test_the_lexicon_is_broad() -> None:
    """All 16 types have entries, and there are enough of them."""
    assert len(lexicon().entries) >= FEWEST
    assert len({entry.type for entry in lexicon().entries}) == 16


def test_every_mode_is_one_of_its_type() -> None:
    """An entry's mode stands in PLOVER's list for its type."""
    strange = [one.rule for one in lexicon().entries if one.mode and one.mode not in types()[one.type].modes]
    assert strange == []


def test_every_mode_of_plover_has_an_entry() -> None:
    """No mode is there that no word of the lexicon makes, but for those that are filed under another type."""
    made = {(one.type, one.mode) for one in lexicon().entries}
    listed = {(name, mode) for name, kind in types().items() for mode in kind.modes}
    assert listed - made == set()


def test_every_cameo_code_fits_its_type() -> None:
    """An entry's code is one of CAMEO's, has a Goldstein value, and belongs to the entry's type."""
    strange = [one.rule for one in lexicon().entries if not fits(one.cameo, one.type) or goldstein(one.cameo) is None]
    assert strange == []


def test_values_of_entries_suit_their_quad_class() -> None:
    """No act of conflict has a friendly value: what entries code is on the right side of both scales.

    CAMEO's scale knows requests as cooperation up to 4; all else that PLOVER calls conflict is below 0 there.
    """
    for one in lexicon().entries:
        value = goldstein(one.cameo)
        assert value is not None
        assert (intensity(one.type, one.mode) > 0) == (QUAD[one.type] <= 2), one.rule
        assert one.type == "REQUEST" or (value > 0) == (QUAD[one.type] <= 2), one.rule


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"verbs": ["meet"], "example": "They met.", "colour": "red"}, "colour"),
        ({"verbs": ["meet"]}, "example"),
        ({"verbs": ["meet"], "example": "They met.", "frame": "sideways"}, "sideways"),
        ({"verbs": ["meet"], "example": "They met.", "negated": "NOTHING"}, "NOTHING"),
        ({"verbs": ["meet"], "example": "They met.", "object": ["@unknown"]}, "@unknown"),
    ],
)
def test_a_broken_entry_is_refused_by_name(row: dict[str, object], word: str) -> None:
    """An unknown field, frame, type or class of nouns, or a missing example, names the entry and the value."""
    with pytest.raises(TableError, match=word):
        module._entry("consult.meet", "CONSULT", row)


def test_a_class_of_nouns_is_written_out() -> None:
    """A restriction that names a class holds its lemmas, beside those written in full."""
    entry = module._entry("aid.send", "AID", {"verbs": ["send"], "example": "None.", "object": ["@weapon", "nurse"]})
    assert {"missile", "nurse"} <= entry.object
    assert not any(word.startswith("@") for word in entry.object)
