"""The claims of a report about how two actors stand to each other and how that changed."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from ranke.model import DateValue, Relation, Span, Time
from ranke.reading.events.frames import child
from ranke.reading.parts import Cast, StatementPart
from ranke.reading.relations.between import phrases_at
from ranke.reading.relations.changes import Said, said_of
from ranke.reading.relations.parties import Pair, Parties, points_back
from ranke.reading.relations.periods import period
from ranke.reading.relations.table import Noun, table
from ranke.reading.relations.voices import Voices

_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj")
_DEEPEST = 12
_NO_FORM = ("relation", "tie", "link", "hostilities")
"""Numbers in which a noun means something else: "in relation to", a drawn game, a page on the web, fighting."""
_JOINING = ("between", "with", "among")


def find_relations(
    doc: Doc,
    cast: Cast,
    statements: Sequence[StatementPart],
    *,
    times: Sequence[Time],
    dates: Sequence[DateValue],
    date: str,
) -> list[Relation]:
    """Return the claims about relations, in order of the text.

    Needs tags, lemmas, dependencies and sentences in the `Doc`.

    Args:
        doc: The parsed text.
        cast: Who is meant where.
        statements: What is said in it.
        times: The time expressions of the text.
        dates: When each statement was made, in the same order.
        date: The report's date.
    """
    keys = table().keys
    places = [i for i, lemma in enumerate(doc.to_array("LEMMA").tolist()) if lemma in keys]
    if not places:
        return []
    voices = Voices(doc, cast, statements, dates)
    found: list[Relation] = []
    seen: set[tuple[frozenset[str], Span]] = set()
    earlier: tuple[Token, tuple[str, ...]] | None = None
    for noun, said, pairs in _claims(doc, places, Parties(doc, cast, voices)):
        trigger = _span(said.words)
        around = voices.around(trigger[0])
        chain = voices.chain(trigger[0])
        if not around and earlier is not None and points_back(noun) and _follows(noun, earlier[0]):
            chain = earlier[1]
        earlier = (noun, chain)
        when = period(doc, said, noun, times, date, around[-1][1] if around else None)
        for pair in pairs:
            key = (frozenset(pair), trigger)
            if key in seen:
                continue
            seen.add(key)
            found.append(
                Relation(
                    id=f"r{len(found) + 1}",
                    parties=pair,
                    change=said.change,
                    period=when,
                    holder=chain[-1] if chain else None,
                    attribution=chain,
                    evidence=_evidence(said.clause, noun, trigger),
                    trigger=trigger,
                )
            )
    return found


def _claims(doc: Doc, places: Sequence[int], parties: Parties) -> Iterator[tuple[Token, Said, list[Pair]]]:
    """Yield each claim with its noun, or the verb of its phrase."""
    nouns, phrases = table().nouns, table().phrases
    for i in places:
        token = doc[i]
        lemma = token.lemma_
        if lemma in nouns and token.pos_ == "NOUN" and _is_meant(token, nouns[lemma]):
            # Asked for every noun, so that what was last spoken of is known.
            pairs = parties.of(token)
            said = said_of(token, nouns[lemma]) if pairs else None
            if said is not None:
                yield token, said, pairs
                continue
        if lemma in phrases:
            for said, pairs in phrases_at(token, parties):
                yield said.clause, said, pairs


def _is_meant(noun: Token, entry: Noun) -> bool:
    """Whether a noun is about how two stand to each other: no public relations, no neckties, no hostilities."""
    other = table().words["other"]
    if any(below.lemma_.lower() in other for below in noun.lefts if below.dep_ in ("compound", "amod", "nmod")):
        return False
    if noun.lower_ in _NO_FORM or noun.dep_ == "compound":
        return False
    if not entry.joined:
        return True
    noted = any(below.dep_ in ("det", "poss", "amod", "compound") for below in noun.lefts)
    return noted and any(below.lower_ in _JOINING for below in noun.children)


def _follows(noun: Token, earlier: Token) -> bool:
    """Whether a noun stands in the sentence right after an earlier one."""
    between = noun.doc[earlier.sent.end : noun.sent.start + 1]
    return noun.sent.start >= earlier.sent.end and all(one.is_space for one in between[:-1])


def _span(words: Sequence[Token]) -> Span:
    first, last = min(words, key=lambda one: one.i), max(words, key=lambda one: one.i)
    return first.idx, last.idx + len(last)


def _evidence(word: Token, noun: Token, trigger: Span) -> Span:
    """Return the characters of the clause that tells it: that of the change and that of the relation."""
    spans = [trigger, _clause(word), *([_clause(noun)] if noun.i != word.i else [])]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _clause(word: Token) -> Span:
    node = word
    for _ in range(_DEEPEST):
        if node.head is node or (node.pos_ in ("VERB", "AUX") and node.dep_ in _CLAUSES):
            break
        node = node.head
    start, end = node.left_edge, node.right_edge
    mark = child(node, "mark")
    if mark is not None and mark.i == start.i and start.i < end.i:
        start = start.nbor(1)
    while start.i < end.i and start.is_space:
        start = start.nbor(1)
    while end.i > start.i and (end.is_space or end.is_punct):
        end = end.nbor(-1)
    return start.idx, end.idx + len(end)
