"""Who speaks in a quotation without a cue: the speaker of the sentence right before it, who goes on."""

from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc, Token

from ranke.reading.parts import StatementPart
from ranke.reading.statements.authors import by_name, own_subject
from ranke.reading.statements.cues import words
from ranke.reading.statements.quotations import Quotations
from ranke.reading.statements.speakers import naming_span
from ranke.reading.statements.trees import is_finite, lemma_of
from ranke.reading.words import words_of

_STOPS = ".!?"
_SAME = frozenset({"he", "she", "they", "it"})
_ASIDE = frozenset({"relcl", "acl", "amod", "compound"})
_REACH = 60
"""Tokens of a sentence before a quotation that are looked at."""


def run_on(doc: Doc, parts: list[StatementPart]) -> None:
    """Give a quotation without a cue that of the statement right before it in its paragraph, whose speaker goes on."""
    ends: dict[int, StatementPart] = {}
    for part in parts:
        if part.cue is not None and part.speaker_span is not None:
            ends[max(part.cue[1], part.content[1], part.speaker_span[1])] = part
    places = sorted(ends)
    for n, part in enumerate(parts):
        if part.cue is not None or part.speaker_span is not None:
            continue
        at = bisect_left(places, part.content[0]) - 1
        if at < 0:
            continue
        between = words_of(doc).whole[places[at] : part.content[0]]
        if "\n" not in between and not any(letter.isalnum() for letter in between):
            parts[n] = replace(ends[places[at]], content=part.content, kind="direct")


class Lead:
    """The statements of a text whose cue stands outside every quotation, ready to look up by place."""

    def __init__(self, doc: Doc, parts: list[StatementPart], quotations: Quotations) -> None:
        self.doc, self.quotations = doc, quotations
        spoken = [
            (part.cue[0], n)
            for n, part in enumerate(parts)
            if part.cue is not None and part.speaker_span is not None and quotations.at(part.cue[0]) is None
        ]
        self.parts = [parts[n] for _, n in sorted(spoken)]
        self.places = sorted(place for place, _ in spoken)
        self.starts = words_of(doc).idx

    def first(self, start: int, end: int) -> StatementPart | None:
        """Return the first statement whose cue stands between two places."""
        at = bisect_left(self.places, start)
        return self.parts[at] if at < len(self.places) and self.places[at] < end else None

    def last(self, start: int, end: int) -> StatementPart | None:
        """Return the last statement whose cue stands between two places."""
        at = bisect_left(self.places, end) - 1
        return self.parts[at] if at >= 0 and self.places[at] >= start else None


def go_on(doc: Doc, parts: list[StatementPart], quotations: Quotations) -> None:
    """Give each quotation without cue and speaker, in place, those of the sentence that leads up to it."""
    orphans = [n for n, part in enumerate(parts) if part.cue is None and part.speaker_span is None]
    if not orphans:
        return
    lead = Lead(doc, parts, quotations)
    text = quotations.text
    for n in orphans:
        quotation = quotations.at(parts[n].content[0])
        place = quotation.outer[0] if quotation is not None else parts[n].content[0]
        paragraph = text.rfind("\n", 0, place) + 1
        if any(letter.isalnum() for letter in text[paragraph:place]):
            parts[n] = _led(lead, parts[n], paragraph, place)
        elif paragraph:
            end = paragraph
            while end > 0 and text[end - 1].isspace():
                end -= 1
            start = text.rfind("\n", 0, end) + 1
            if end and quotations.at(end - 1) is None:
                parts[n] = _led(lead, parts[n], start, end)


def _led(lead: Lead, part: StatementPart, start: int, end: int) -> StatementPart:
    """Return a quotation as said by whoever the words between two places before it have speak last."""
    sentence = _last_sentence(lead, start, end)
    if not sentence:
        return part
    here = lead.first(sentence[0].idx, end)
    if here is None:
        doer, here = _doer(sentence), lead.last(start, end)
        if doer is not None and (doer.lower_ not in _SAME or (here is None and doer.lower_ != "it")):
            return replace(part, speaker=int(by_name(doer).i), speaker_span=naming_span(lead.doc, doer.i))
    if here is None:
        return part
    apart = here.kind != "direct" and "\n" in lead.quotations.text[here.content[1] : part.content[0]]
    found = replace(here, content=part.content, kind="direct")
    return replace(found, cue=None, cue_token=None) if apart else found


def _last_sentence(lead: Lead, start: int, end: int) -> list[Token]:
    """Return the words outside quotations of the last sentence between two places."""
    doc = lead.doc
    found: list[Token] = []
    last = bisect_left(lead.starts, end) - 1
    for i in range(last, max(-1, last - _REACH), -1):
        token = doc[i]
        if token.idx < start:
            break
        if token.text in _STOPS and found:
            break
        if token.is_alpha and lead.quotations.at(token.idx) is None:
            found.append(token)
    return found[::-1]


def _doer(sentence: list[Token]) -> Token | None:
    """Return who does what a sentence tells, if it is somebody who may speak."""
    for token in sentence:
        if not is_finite(token) or token.dep_ in _ASIDE:
            continue
        subject = own_subject(token if token.pos_ == "VERB" or token.dep_ == "ROOT" else token.head)
        if subject is None or not sentence[0].i <= subject.i <= sentence[-1].i:
            continue
        somebody = subject.ent_type_ == "PERSON" or subject.lower_ in _SAME or lemma_of(subject) in words().people
        return subject if somebody else None
    return None
