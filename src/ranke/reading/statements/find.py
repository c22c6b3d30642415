"""Who says what, to whom, and through whom we know it: every stretch of attributed content in a report.

Two passes meet here. Quotations that stand for themselves look for their cue (`utterances`); cues look for their
content in the grammar of their sentence (`contents`). What stands inside another statement is relayed by its speaker.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.parts import StatementPart
from ranke.reading.statements.asserted import can_speak, is_asserted, is_purpose, is_supposed
from ranke.reading.statements.blocks import find_blocks, find_labels, without_turns
from ranke.reading.statements.contents import contents_of, cue_span, span_of, without_aside
from ranke.reading.statements.continued import go_on, run_on
from ranke.reading.statements.cues import Content, CueUse, attitude_of, cue_verbs
from ranke.reading.statements.hearers import addressee_of, is_media
from ranke.reading.statements.makers import made_by
from ranke.reading.statements.marks import in_part, kind_of, to_the_mark, without_marks
from ranke.reading.statements.mediums import set_mediums
from ranke.reading.statements.quotations import Quotation, Quotations
from ranke.reading.statements.relays import clip, relayed
from ranke.reading.statements.sources import find_nouns, find_sources
from ranke.reading.statements.speakers import (
    cited_beside,
    cited_in,
    loosely_hung,
    named_of,
    naming_span,
    nearest_name,
    quoted_by,
    speaker_of,
    subject_above,
    with_speaker,
)
from ranke.reading.statements.states import find_states
from ranke.reading.statements.tails import Tails, find_tails
from ranke.reading.statements.trailing import find_trailing
from ranke.reading.statements.trees import child, lemma_of
from ranke.reading.statements.utterances import Utterance, find_utterances
from ranke.reading.words import words_of


class _Taken:
    """What quotations with a cue of their own leave to the grammar of the cues around them."""

    def __init__(self, utterances: list[Utterance]) -> None:
        self.by_cue: dict[int, list[Span]] = {}
        self.starts: dict[int, int] = {}
        self.named: dict[int, int] = {}
        for utterance in utterances:
            if utterance.cue is not None:
                self.by_cue.setdefault(utterance.cue.i, []).append(utterance.content)
                self.starts[utterance.content[0]] = utterance.cue.i
            elif utterance.speaker is not None:
                self.named[utterance.content[0]] = utterance.speaker.i

    def bars(self, cue: Token, span: Span, quoted: Quotation | None) -> bool:
        """Tell whether content is none of this cue's: quoted already, of another cue, or told after `"…," he said`."""
        own = self.by_cue.get(cue.i, [])
        if any(_overlap(span, other) for other in own):
            return True
        if quoted is None and (self.starts.get(span[0], cue.i) != cue.i or self._another_named(cue, span)):
            return True
        before = cue.doc[cue.i + 1 : cue.i + 4]
        told = any(other[1] <= cue.idx < span[0] for other in own)
        return told and not any(token.lower_ == "that" for token in before)

    def _another_named(self, cue: Token, span: Span) -> bool:
        """Tell whether content opens with a quotation before which, and after the cue, its own speaker is named."""
        return any(self.named.get(place, -1) > cue.i for place in (span[0], span[0] + 1))


def find_statements(doc: Doc) -> list[StatementPart]:
    """Return every statement of a report, in order of its content.

    Needs a `Doc` of `ranke.reading.parser.parse`; adds nothing to it.
    """
    quotations = Quotations(words_of(doc).whole)
    verbs = cue_verbs(doc)
    uses = [use for use in verbs if is_asserted(use.token)]
    quoting = [use for use in verbs if is_asserted(use.token) or is_supposed(use.token)]
    tails = find_tails(doc, uses)
    blocks = find_blocks(doc, quotations, uses)
    utterances = [*find_utterances(doc, quotations, quoting), *blocks]
    parts = _direct(doc, utterances, quotations, tails)
    parts = without_turns(parts, sorted(block.content for block in blocks))
    taken = _Taken(utterances)
    for use in uses:
        parts += _indirect(doc, use, quotations, tails, taken)
    parts += _closed(doc, quotations, uses, parts, tails)
    parts += _labelled(doc, quotations, parts)
    cited = {utterance.cue.i for utterance in utterances if utterance.cue is not None}
    for part in find_sources(doc):
        if part.cue_token not in cited:
            part.content = without_marks(part.content, quotations)
            parts.append(part)
    parts += find_nouns(doc)
    parts += find_states(doc)
    run_on(doc, parts)
    go_on(doc, parts, quotations)
    clip(parts)
    for part in parts:
        part.kind = "direct" if part.kind == "direct" else kind_of(part, quotations)
    set_mediums(doc, parts)
    parts.sort(key=lambda part: (part.content[0], -part.content[1], part.cue_token or 0))
    return relayed(doc, made_by(doc, parts))


def _direct(doc: Doc, utterances: list[Utterance], quotations: Quotations, tails: Tails) -> list[StatementPart]:
    """Turn quotations with their cues into statements; one without a cue of its own keeps the speaker before."""
    parts: list[StatementPart] = []
    said: list[StatementPart] = []
    for utterance in utterances:
        before = said[utterance.follows] if utterance.follows is not None else None
        if utterance.speaker is not None:
            part = _named(doc, StatementPart(utterance.content, None, "direct"), utterance.speaker)
        elif before is not None and utterance.cue is not None:
            part = replace(before, content=utterance.content)
        elif before is not None:
            part = replace(before, content=utterance.content, cue=None, cue_token=None, speaker_span=None)
        elif utterance.cue is not None:
            part = _uttered(doc, utterance.content, utterance.cue, quotations, tails)
        else:
            part = StatementPart(utterance.content, None, "direct")
        said.append(part)
        parts.append(part)
        if utterance.lead is not None:
            parts.append(replace(part, content=utterance.lead, kind="indirect"))
    return parts


def _labelled(doc: Doc, quotations: Quotations, parts: list[StatementPart]) -> list[StatementPart]:
    """Return what stands after a name and a colon, where nothing else was found."""
    found = []
    for label in find_labels(doc, quotations):
        if label.cue is None or any(_overlap(label.content, part.content) for part in parts):
            continue
        cue = (label.cue.idx, label.cue.idx + 1)
        found.append(_named(doc, StatementPart(label.content, cue, "indirect"), label.speaker))
    return found


def _closed(
    doc: Doc, quotations: Quotations, uses: list[CueUse], parts: list[StatementPart], tails: Tails
) -> list[StatementPart]:
    """Return what a reporting clause at a sentence's end hands on, where its grammar did not show it."""
    found = []
    cued = {part.cue_token for part in parts}
    for content, cue in find_trailing(doc, quotations, uses):
        if cue.i not in cued:
            part = _part(doc, Content(0, 0, "clause", cue.i + 1), content, tails, cue)
            found.append(part if part.speaker is not None else _named(doc, part, nearest_name(cue)))
    return found


def _uttered(doc: Doc, content: Span, cue: Token, quotations: Quotations, tails: Tails) -> StatementPart:
    part = _part(doc, Content(0, 0, "quote", cue.i + 1), content, tails, cue)
    part.kind = "indirect" if in_part(content, quotations) else "direct"
    if cue.lower_ == "according":
        source = child(child(cue, "prep"), "pobj")
        part = _named(doc, part, speaker_of(source) if source is not None else None, source)
    elif cue.tag_ == "VBG" and (part.speaker is None or loosely_hung(cue) or quotations.at(doc[part.speaker].idx)):
        part = _named(doc, part, subject_above(cue, quotations))
    unquoted = quotations.at(cue.idx) is None
    if part.speaker is None or (unquoted and quotations.at(doc[part.speaker].idx) is not None):
        return _named(doc, part, nearest_name(cue))
    return part


def _named(doc: Doc, part: StatementPart, speaker: Token | None, named: Token | None = None) -> StatementPart:
    """Set who speaks, and the words in place that stand for him."""
    words_of = named or speaker
    part.speaker = speaker.i if speaker is not None else None
    part.speaker_span = _beside(part, naming_span(doc, words_of.i, part.cue_token)) if words_of is not None else None
    part.beside = with_speaker(speaker) if speaker is not None else ()
    if speaker is not None and part.addressee == speaker.i:
        part.addressee = None  # "asked the judge"
    return part


def _beside(part: StatementPart, span: Span) -> Span:
    """Take off what the parser hung on a name out of the quotation before it."""
    return (part.content[1] + 1, span[1]) if span[0] < part.content[1] < span[1] else span


def _part(doc: Doc, found: Content, content: Span, tails: Tails, cue: Token) -> StatementPart:
    named = named_of(cue, tails)
    speaker = speaker_of(named) if named is not None else None
    addressee = addressee_of(cue, speaker)
    relays: list[int] = []
    told = found.addressee if addressee is None else int(addressee.i)
    quoting = quoted_by(cue)
    if quoting is not None and (speaker is None or quoting.i != speaker.i):
        relays.append(int(quoting.i))
    cited = cited_beside(cue, speaker)
    if cited is not None and speaker is not None and lemma_of(cue) not in ("cite", "quote"):
        relays.append(int(speaker.i))
        speaker = named = cited
    if told is not None and is_media(doc[told]) and told not in relays:
        relays.append(told)
    part = StatementPart(
        content=content,
        cue=cue_span(cue, found.cue_end),
        kind="indirect",
        addressee=told,
        relays=tuple(relays),
        cue_token=cue.i,
        frame=found.frame,
        attitude=attitude_of(cue) if found.frame == "quote" else found.attitude,
    )
    return _named(doc, part, speaker, named)


def _indirect(doc: Doc, use: CueUse, quotations: Quotations, tails: Tails, taken: _Taken) -> list[StatementPart]:
    """Return the statements that one cue hands on by the grammar of its sentence."""
    parts = []
    quoted = quotations.at(use.token.idx)
    if cited_in(use.token) is not None:
        return []  # "said, citing officials": who is cited is no content
    for content in contents_of(use):
        end = tails.end(use.token.i, content.start, content.end)
        end = without_aside(doc, content.start, end)
        span = span_of(doc, content.start, end)
        if span is not None and quoted is not None:
            span = span[0], min(span[1], quoted.inner[1])
        elif span is not None and end == content.end:
            span = to_the_mark(span, quotations)
        if span is None or span[0] >= span[1] or taken.bars(use.token, span, quoted):
            continue
        part = _part(doc, content, without_marks(span, quotations), tails, use.token)
        if part.attitude == "asks" and is_purpose(use.token) and _is_deed(part, quotations):
            continue
        if part.speaker is not None and can_speak(doc[part.speaker], quoted=quoted is not None):
            parts.append(part)
    return parts


def _is_deed(part: StatementPart, quotations: Quotations) -> bool:
    """Tell whether a purpose tells what somebody did, no words: "marched to demand a bridge", "came to ask for one"."""
    return part.frame in ("object", "order", "preposition") and kind_of(part, quotations) == "indirect"


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
