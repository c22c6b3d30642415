"""Who says what, to whom, and through whom we know it: every stretch of attributed content in a report.

Two passes meet here. Quotations that stand for themselves look for their cue (`utterances`); cues look for their content in
the grammar of their sentence (`contents`). What stands inside another statement is relayed by that statement's speaker.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from ranke.model import Span, StatementKind
from ranke.reading.contents import Content, contents_of, kids, span_of
from ranke.reading.cues import CueUse, cue_verbs, lemma_of
from ranke.reading.parts import StatementPart
from ranke.reading.quotations import Quotations
from ranke.reading.sources import find_sources
from ranke.reading.speakers import addressee_of, is_document, is_media, naming_span, quoted_by, speaker_of
from ranke.reading.utterances import Utterance, find_utterances

_MODALS = frozenset({"will", "would", "may", "might", "can", "could", "should", "shall", "must", "'ll", "’ll", "wo", "ca", "to"})
_ASPECTS = frozenset({"go", "continue", "begin", "start", "proceed", "come", "quick", "keep", "use"})


def find_statements(doc: Doc) -> list[StatementPart]:
    """Return every statement of a report, in order of its content.

    Needs a `Doc` of `ranke.reading.parser.parse`; adds nothing to it.
    """
    quotations = Quotations(doc.text)
    uses = cue_verbs(doc)
    utterances = find_utterances(doc, quotations, uses)
    parts = _direct(doc, utterances)
    taken = {utterance.cue.i for utterance in utterances if utterance.cue is not None}
    for use in uses:
        parts += _indirect(doc, use, quotations, [u.content for u in utterances] if use.token.i in taken else [])
    parts += find_sources(doc, quotations)
    parts.sort(key=lambda part: (part.content[0], -part.content[1], part.cue_token or 0))
    return parts


def _direct(doc: Doc, utterances: list[Utterance]) -> list[StatementPart]:
    """Turn quotations with their cues into statements; one without a cue of its own keeps the speaker before."""
    parts: list[StatementPart] = []
    for utterance in utterances:
        if utterance.cue is not None and not utterance.shares:
            parts.append(_part(doc, utterance.content, "direct", utterance.cue, utterance.cue.i + 1))
            continue
        before = parts[-1] if utterance.follows is not None and parts else None
        if utterance.shares and before is not None:
            parts.append(replace(before, content=utterance.content))
            continue
        part = StatementPart(utterance.content, None, "direct")
        if before is not None:
            part.speaker, part.addressee, part.relays = before.speaker, before.addressee, before.relays
        parts.append(part)
    return parts


def _part(doc: Doc, content: Span, kind: StatementKind, cue: Token, cue_end: int, told: int | None = None) -> StatementPart:
    speaker = speaker_of(cue)
    addressee = addressee_of(cue)
    heard = told if told is not None and addressee is None else addressee.i if addressee is not None else None
    quoting = quoted_by(cue)
    relays = (quoting.i,) if quoting is not None and (speaker is None or quoting.i != speaker.i) else ()
    if heard is not None and is_media(doc[heard]) and heard not in relays:
        relays = (*relays, heard)
    return StatementPart(
        content=content,
        cue=(cue.idx, doc[cue_end - 1].idx + len(doc[cue_end - 1])),
        kind=kind,
        speaker=speaker.i if speaker is not None else None,
        speaker_span=naming_span(doc, speaker.i) if speaker is not None else None,
        addressee=heard,
        relays=relays,
        cue_token=cue.i,
    )


def _indirect(doc: Doc, use: CueUse, quotations: Quotations, taken: list[Span]) -> list[StatementPart]:
    """Return the statements that one cue hands on by the grammar of its sentence."""
    if not _asserted(use.token):
        return []
    parts = []
    for content in contents_of(use):
        span = span_of(doc, content.start, content.end)
        if span is None or any(_overlap(span, other) for other in taken):
            continue
        parts.append(_part(doc, _without_marks(span, quotations), _kind(span, quotations), use.token, content.cue_end, content.addressee))
    if parts and parts[0].speaker is None:
        return []
    return parts


def _asserted(token: Token) -> bool:
    """Tell whether the cue is said to have been used: no "did not say", "may announce", "refused to say"."""
    for child in kids(token):
        if child.dep_ == "neg":
            return False
        if child.dep_ == "aux" and child.lower_ in _MODALS:
            return child.lower_ == "to" and lemma_of(token.head) in _ASPECTS
    return not (token.dep_ in ("amod", "compound") or token.tag_ == "VB" and token.dep_ == "ROOT")


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _kind(span: Span, quotations: Quotations) -> StatementKind:
    """Return `direct` for words all inside one quotation, `mixed` for words partly inside, else `indirect`."""
    inside = quotations.at(span[0] + 1)
    if inside is not None and inside.outer[0] <= span[0] and span[1] <= inside.outer[1]:
        return "direct" if span[1] - span[0] >= inside.inner[1] - inside.inner[0] - 2 else "indirect"
    following = quotations.next_after(span[0])
    return "mixed" if inside is not None or (following is not None and following.outer[0] < span[1]) else "indirect"


def _without_marks(span: Span, quotations: Quotations) -> Span:
    """Take the marks off content that is one whole quotation."""
    quotation = quotations.at(span[0])
    if quotation is not None and quotation.outer[0] == span[0] and quotation.inner[1] <= span[1] <= quotation.outer[1]:
        return quotation.inner
    return span
