"""Who says what, to whom, and through whom we know it: every stretch of attributed content in a report.

Two passes meet here. Quotations that stand for themselves look for their cue (`utterances`); cues look for their content in
the grammar of their sentence (`contents`). What stands inside another statement is relayed by that statement's speaker.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from ranke.model import Span, StatementKind
from ranke.reading.contents import contents_of, kids, span_of
from ranke.reading.cues import CueUse, cue_verbs, cues, lemma_of
from ranke.reading.parts import StatementPart
from ranke.reading.quotations import Quotations
from ranke.reading.relays import relayed
from ranke.reading.sources import find_nouns, find_sources
from ranke.reading.speakers import addressee_of, author, is_document, is_media, naming_span, quoted_by, speaker_of
from ranke.reading.tails import Tails, find_tails
from ranke.reading.utterances import Utterance, find_utterances

_MODALS = frozenset({"will", "would", "may", "might", "can", "could", "should", "shall", "must", "'ll", "’ll", "wo", "ca", "to"})
_ASPECTS = frozenset({"go", "continue", "begin", "start", "proceed", "come", "quick", "keep", "use"})
_BEFORE = frozenset({"when", "after", "before", "without", "until", "since", "upon", "instead"})
"""What turns "announcing the plan" into a time and no announcement of its own."""
_SELF = frozenset({"i", "we", "you"})
_BACK = 60
"""Tokens looked back for who made a document named without its maker ("the statement said")."""


def find_statements(doc: Doc) -> list[StatementPart]:
    """Return every statement of a report, in order of its content.

    Needs a `Doc` of `ranke.reading.parser.parse`; adds nothing to it.
    """
    quotations = Quotations(doc.text)
    uses = [use for use in cue_verbs(doc) if _asserted(use.token)]
    tails = find_tails(doc, uses)
    utterances = find_utterances(doc, quotations, uses)
    parts = _direct(doc, utterances, quotations, tails)
    taken: dict[int, list[Span]] = {}
    for utterance in utterances:
        if utterance.cue is not None:
            taken.setdefault(utterance.cue.i, []).append(utterance.content)
    for use in uses:
        parts += _indirect(doc, use, quotations, tails, taken.get(use.token.i, []))
    parts += find_sources(doc)
    parts += find_nouns(doc)
    for part in parts:
        part.kind = _kind(part.content, quotations)
    parts.sort(key=lambda part: (part.content[0], -part.content[1], part.cue_token or 0))
    return relayed(doc, _made_by(doc, parts))


def _direct(doc: Doc, utterances: list[Utterance], quotations: Quotations, tails: Tails) -> list[StatementPart]:
    """Turn quotations with their cues into statements; one without a cue of its own keeps the speaker before."""
    parts: list[StatementPart] = []
    for utterance in utterances:
        before = parts[-1] if utterance.follows is not None and parts else None
        if utterance.cue is not None and not utterance.shares:
            part = _part(doc, utterance.content, utterance.cue, utterance.cue.i + 1, tails)
            if part.speaker is None or (quotations.at(doc[part.speaker].idx) is not None and quotations.at(part.cue[0]) is None):
                _name(part, doc, utterance.cue, quotations)
            parts.append(part)
        elif utterance.shares and before is not None:
            parts.append(replace(before, content=utterance.content))
        elif before is not None:
            parts.append(replace(before, content=utterance.content, cue=None, cue_token=None, speaker_span=None))
        else:
            parts.append(StatementPart(utterance.content, None, "direct"))
    return parts


def _name(part: StatementPart, doc: Doc, cue: Token, quotations: Quotations) -> None:
    """Give a statement the noun nearest its cue as its speaker, where the parser lost its way among the marks."""
    part.speaker, part.speaker_span = None, None
    inverted = cue.i > 0 and doc[cue.i - 1].is_punct
    for step in (1, -1) if inverted else (-1, 1):
        i = cue.i + step
        while 0 <= i < len(doc) and abs(i - cue.i) < 12 and not (doc[i].text in ".;" or quotations.at(doc[i].idx) is not None):
            token = doc[i]
            if token.pos_ in ("PROPN", "NOUN", "PRON") and token.ent_type_ not in ("DATE", "TIME") and token.dep_ not in ("compound", "poss", "pobj"):
                head = author(token)
                part.speaker, part.speaker_span = head.i, naming_span(doc, head.i)
                return
            if "\n" in token.text:
                break
            i += step


def _part(doc: Doc, content: Span, cue: Token, cue_end: int, tails: Tails, told: int | None = None) -> StatementPart:
    speaker = speaker_of(cue, tails)
    addressee = addressee_of(cue)
    heard = told if told is not None and addressee is None else addressee.i if addressee is not None else None
    quoting = quoted_by(cue)
    relays = (quoting.i,) if quoting is not None and (speaker is None or quoting.i != speaker.i) else ()
    if heard is not None and is_media(doc[heard]) and heard not in relays:
        relays = (*relays, heard)
    return StatementPart(
        content=content,
        cue=(cue.idx, doc[cue_end - 1].idx + len(doc[cue_end - 1])),
        kind="indirect",
        speaker=speaker.i if speaker is not None else None,
        speaker_span=naming_span(doc, speaker.i) if speaker is not None else None,
        addressee=heard,
        relays=relays,
        cue_token=cue.i,
    )


def _indirect(doc: Doc, use: CueUse, quotations: Quotations, tails: Tails, taken: list[Span]) -> list[StatementPart]:
    """Return the statements that one cue hands on by the grammar of its sentence."""
    parts = []
    quoted = quotations.at(use.token.idx) is not None
    for content in contents_of(use):
        end = tails.end(use.token.i, content.start, content.end)
        span = _to_the_mark(doc, span_of(doc, content.start, end), quotations) if end == content.end else span_of(doc, content.start, end)
        if span is None or any(_overlap(span, other) for other in taken):
            continue
        part = _part(doc, _without_marks(span, quotations), use.token, content.cue_end, tails, content.addressee)
        if part.speaker is not None and _speaks(doc[part.speaker], quoted=quoted):
            parts.append(part)
    return parts


def _to_the_mark(doc: Doc, span: Span | None, quotations: Quotations) -> Span | None:
    """Let content that ends inside a quotation it opened, or right before one with "and", run on to that quotation's end."""
    if span is None:
        return None
    inside = quotations.at(span[1] - 1)
    if inside is not None and span[0] <= inside.outer[0] and span[1] <= inside.inner[1]:
        return span[0], inside.inner[1]
    following = quotations.next_after(span[1])
    if inside is None and following is not None and span[1] <= following.outer[0]:
        between = doc.text[span[1] : following.outer[0]].strip(" ,")
        if between in ("and", "but") or (not between and doc.text[span[0] : span[1]].endswith((" and", " but"))):
            return span[0], following.inner[1]
    return span


def _speaks(token: Token, *, quoted: bool) -> bool:
    """Tell whether a subject can say anything: no strike or law; inside a quotation not its own speaker once more."""
    if quoted and token.lower_ in _SELF:
        return False
    if lemma_of(token) in cues().things and not token.ent_type_:
        return False
    return not any(child.lower_ in ("no", "not", "neither", "nobody", "none") for child in kids(token))


def _asserted(token: Token) -> bool:
    """Tell whether the cue is said to have been used: no "did not say", "may announce", "refused to say"."""
    for child in kids(token):
        if child.dep_ == "neg":
            return False
        if child.dep_ == "aux" and child.lower_ in _MODALS:
            return child.lower_ == "to" and lemma_of(token.head) in _ASPECTS
        if token.tag_ == "VBG" and child.dep_ in ("advmod", "mark") and child.lower_ in _BEFORE:
            return False
    if token.dep_ == "pcomp" and token.head.lower_ in _BEFORE:
        return False
    return not (token.dep_ in ("amod", "compound") or (token.tag_ == "VB" and token.dep_ == "ROOT"))


def _made_by(doc: Doc, parts: list[StatementPart]) -> list[StatementPart]:
    """Give each document that speaks, and whose maker is not named beside it, the maker that was named before."""
    last: StatementPart | None = None
    for part in sorted(parts, key=lambda part: part.cue[0] if part.cue is not None else part.content[0]):
        if part.speaker is None:
            continue
        token = doc[part.speaker]
        if is_document(token) and not token.ent_type_:
            found = _maker_before(doc, token)
            if found is None and last is not None and last.speaker is not None and 0 < token.i - last.speaker < 2 * _BACK and _definite(token):
                found = last.speaker
            if found is not None:
                part.speaker = found
        last = part
    return parts


def _definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that") for child in kids(token))


def _maker_before(doc: Doc, token: Token) -> int | None:
    """Return the maker named with the same document a little earlier."""
    for i in range(token.i - 1, max(-1, token.i - _BACK), -1):
        if lemma_of(doc[i]) == lemma_of(token) and doc[i].pos_ == "NOUN":
            named = author(doc[i])
            if named.i != i:
                return int(named.i)
    return None


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _kind(span: Span, quotations: Quotations) -> StatementKind:
    """Return `direct` for words all inside quotation marks, `mixed` for words partly inside, else `indirect`."""
    inside = quotations.at(span[0])
    if inside is not None and span[1] <= inside.outer[1]:
        return "direct"
    following = quotations.next_after(span[0])
    return "mixed" if inside is not None or (following is not None and following.outer[0] < span[1]) else "indirect"


def _without_marks(span: Span, quotations: Quotations) -> Span:
    """Take the marks off content that is one whole quotation."""
    quotation = quotations.at(span[0])
    if quotation is not None and quotation.outer[0] == span[0] and quotation.inner[1] <= span[1] <= quotation.outer[1]:
        return quotation.inner
    return span
