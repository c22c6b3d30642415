"""Words of a speaker set apart without quotation marks: a paragraph after a colon, the turns of a transcript."""

import re
from bisect import bisect_left
from itertools import pairwise

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.parts import StatementPart
from ranke.reading.statements.cues import CueUse
from ranke.reading.statements.introduced import announcing_noun
from ranke.reading.statements.quotations import Quotations
from ranke.reading.statements.trees import is_verbal
from ranke.reading.statements.utterances import Utterance
from ranke.reading.words import words_of

_LINE = re.compile(r"[^\n]+")
_TURN = re.compile(r"\s*[\"“”]?([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
"""A speaker in capitals before a colon at the head of a paragraph."""
_TURNS = 3
"""Paragraphs of that form that make a transcript: one or two may be headings."""
_LABEL = re.compile(r"^[ \t]*([A-Z][^\n:.!?“”\"]{2,60}): (?=\S)[^\n]{10,200}$", re.MULTILINE)
"""A line that begins with a few words, a name among them, and a colon."""
_LONGEST = 40
"""Characters of a name with its titles."""
_BULLET = re.compile(r"\s*(?:[-–—•*]|\d+[.)])\s+")
_WORDS = 4
"""Words without which a paragraph after a colon is a heading."""


def find_blocks(doc: Doc, quotations: Quotations, uses: list[CueUse]) -> list[Utterance]:
    """Return the unmarked blocks of speech of a text."""
    starts = words_of(doc).idx
    text = quotations.text
    lines = [line.span() for line in _LINE.finditer(text) if line.group().strip()]
    cues = [use.token for use in uses if use.has("clause", "quote")]
    return [*_turns(doc, text, lines, starts), *_after_colons(doc, lines, quotations, cues)]


def find_labels(doc: Doc, quotations: Quotations) -> list[Utterance]:
    """Return what stands in a line after a name and a colon: "Jo Hill: ‘We Won’t Go’", the head of a report."""
    text, found = quotations.text, []
    starts = words_of(doc).idx
    for line in _LABEL.finditer(text):
        begin, end = line.start(1), line.end()
        if line.end(1) - begin > _LONGEST:
            continue
        name = doc[max(0, bisect_left(starts, line.end(1)) - 1)]
        label = doc.char_span(begin, line.end(1), alignment_mode="expand")
        if label is None or name.ent_type_ != "PERSON" or any(is_verbal(token) for token in label):
            continue
        colon = doc[name.i + 1] if name.i + 1 < len(doc) else name
        content = _unmarked(text, *_trimmed(text, line.end(1) + 1, end))
        if colon.text == ":" and len(text[slice(*content)].split()) >= _WORDS:
            found.append(Utterance(content, colon, speaker=name))
    return found


def _unmarked(text: str, start: int, end: int) -> Span:
    """Take the marks off where the whole is one quotation, and the full stop."""
    while end > start and text[end - 1] in ".’'”\" ":
        end -= 1
    if text[start] in "‘'“\"" and not any(mark in text[start + 1 : end] for mark in '‘“"'):
        start += 1
    return start, end


def without_turns(parts: list[StatementPart], turns: list[Span]) -> list[StatementPart]:
    """Leave out the quotations that but hold the turns of a transcript."""

    def holds(span: Span) -> bool:
        at = bisect_left(turns, span)
        at += int(at < len(turns) and turns[at] == span)
        return at < len(turns) and turns[at][1] <= span[1]

    return [part for part in parts if not holds(part.content)]


def _turns(doc: Doc, text: str, lines: list[Span], starts: list[int]) -> list[Utterance]:
    turns = [(turn, end) for start, end in lines if (turn := _TURN.match(text, start, end)) is not None]
    if len(turns) < _TURNS:
        return []
    found = []
    for turn, end in turns:
        name = doc[max(0, bisect_left(starts, turn.end(1)) - 1)]
        start, stop = _trimmed(text, turn.end(), _continued(text, lines, {one.start() for one, _ in turns}, end))
        found.append(Utterance((start, stop - (text[stop - 1] in '"”')), None, speaker=name))
    return found


def _continued(text: str, lines: list[Span], turns: set[int], end: int) -> int:
    """Return where a turn ends that goes on in the next paragraphs, each of which opens with a mark once more."""
    for start, stop in lines[bisect_left(lines, (end, end)) :]:
        head = text[start:stop].lstrip()
        if start in turns or head[:1] not in ('"', "“") or head[1:2] == "(":
            break
        end = stop
    return end


def _after_colons(doc: Doc, lines: list[Span], quotations: Quotations, cues: list[Token]) -> list[Utterance]:
    places = [cue.idx for cue in cues]
    text = quotations.text
    found = []
    for (start, end), (begin, stop) in pairwise(lines):
        if not text[start:end].rstrip().endswith(":") or quotations.at(begin) is not None:
            continue
        marked = quotations.next_after(begin)
        cue = _last_cue(doc, cues, places, start, end, quotations)
        if cue is None or (marked is not None and not text[begin : marked.outer[0]].strip()):
            continue
        content = _trimmed(text, begin, _bulleted(text, lines, begin, stop))
        if len(text[content[0] : content[1]].split()) >= _WORDS:
            found.append(Utterance(content, cue))
    return found


def _last_cue(
    doc: Doc, cues: list[Token], places: list[int], start: int, end: int, quotations: Quotations
) -> Token | None:
    """Return the last cue of the sentence that a colon ends, or the document it names."""
    n = bisect_left(places, end) - 1
    last = doc.char_span(start, end, alignment_mode="contract")
    if last is None or not len(last):
        return None
    sentence = last[-1].sent if not last[-1].is_space else last[max(0, len(last) - 2)].sent
    while n >= 0 and places[n] >= max(start, sentence.start_char):
        if quotations.at(places[n]) is None:
            return cues[n]
        n -= 1
    return announcing_noun(doc, last.end - 1)


def _bulleted(text: str, lines: list[Span], begin: int, stop: int) -> int:
    """Return the end of a list whose first line stands after the colon."""
    if _BULLET.match(text, begin, stop) is None:
        return stop
    for start, end in lines:
        if start > begin and start >= stop:
            if _BULLET.match(text, start, end) is None:
                break
            stop = end
    return stop


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
