"""Through whom we know a statement: what stands inside another statement, or before "…, the agency reported"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from ranke.reading.parts import StatementPart
from ranke.reading.statements.authors import is_document
from ranke.reading.statements.hearers import is_media
from ranke.reading.statements.trees import WALK, kids

_DEPTH = 6
"""Relays kept: a chain longer than this is no chain of people."""
_HANDED_ON = frozenset({"clause", "quote", "source"})
_HELD = frozenset({"believes", "wants", "shows"})
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "prep"})
_SAME = frozenset({"he", "she", "it", "they", "who"})


def relayed(doc: Doc, parts: list[StatementPart]) -> list[StatementPart]:
    """Return the statements with their relays, outermost first; a medium that only passes one on is no speaker itself.

    Args:
        doc: The parsed report.
        parts: Its statements, in order of their content, outer ones before those inside.
    """
    open_parts: list[int] = []
    outer: dict[int, int] = {}
    for n, part in enumerate(parts):
        place = part.cue[0] if part.cue is not None else part.content[0]
        open_parts = [k for k in open_parts[-WALK:] if parts[k].content[1] > part.content[0]]
        around = [k for k in open_parts if _holds(parts[k], place) and parts[k].cue != part.cue]
        if around:
            outer[n] = around[-1]
        open_parts.append(n)
    result = list(parts)
    for n in sorted(outer, key=lambda k: (parts[k].content[0], -parts[k].content[1])):
        above = result[outer[n]]
        chain = above.relays + ((above.speaker,) if above.speaker is not None else ())
        chain = tuple(k for k in chain if not _alike(doc, k, result[n].speaker))
        own = tuple(relay for relay in result[n].relays if relay not in chain)
        result[n] = replace(result[n], relays=(chain + own)[-_DEPTH:])
    mere = {outer[n] for n in outer if _passes_on(doc, parts[outer[n]], parts[n])}
    aside = {n for n in outer if outer[n] not in mere and not _weighs(doc, parts[n], parts[outer[n]])}
    return _carried(doc, [part for n, part in enumerate(result) if n not in mere and n not in aside])


def _weighs(doc: Doc, part: StatementPart, outer: StatementPart) -> bool:
    """Tell whether a statement inside another is what that one tells, and no turn of its words.

    "He said the envoy had promised that …" hands on what the envoy said; "those who say …", "calling them names" and
    "his claim" do not.
    """
    if part.frame == "noun" and outer.frame == "object":
        return True  # "rejected the party's claim that …"
    if part.cue_token is None or part.speaker is None or part.frame not in _HANDED_ON or part.attitude in _HELD:
        return False
    cue, speaker = doc[part.cue_token], doc[part.speaker]
    if cue.dep_ not in _MAIN or cue.tag_ in ("VB", "VBG"):
        return part.frame == "source"
    known = speaker.ent_type_ or speaker.pos_ == "PROPN" or speaker.lower_ in _SAME - {"it", "they", "who"}
    return bool(known or any(c.lower_ in ("the", "this", "both") or c.dep_ == "poss" for c in kids(speaker)))


def _holds(part: StatementPart, place: int) -> bool:
    return part.content[0] <= place < part.content[1]


def _passes_on(doc: Doc, outer: StatementPart, inner: StatementPart) -> bool:
    """Tell whether the outer statement says no more than that somebody made the inner one."""
    if outer.kind == "direct" or outer.cue_token is None or inner.cue_token is None or outer.speaker is None:
        return False
    cue, said = doc[outer.cue_token], doc[inner.cue_token]
    if cue.lower_ in ("according", "per", "as"):
        return _is_root(said, cue) and is_media(doc[outer.speaker])
    speaker = doc[outer.speaker]
    if said.lower_ in ("according", "per") and inner.content[0] == outer.content[0]:
        return is_media(speaker)
    if not (is_media(speaker) or is_document(speaker)):
        return False
    return bool(said.head.i == cue.i) or _is_root(said, cue)


def _is_root(said: Token, cue: Token) -> bool:
    """Tell whether `said` is the main verb of the clause that the cue stands beside."""
    return said.i in (cue.head.i, said.head.i)


def _carried(doc: Doc, parts: list[StatementPart]) -> list[StatementPart]:
    """Carry a relay over to what the same speaker goes on to say."""
    result: list[StatementPart] = []
    last: StatementPart | None = None
    for part in sorted(parts, key=_order):
        kept = part
        if last is not None and not part.relays and _same(doc, last.speaker, part.speaker):
            media = (k for k in last.relays if is_media(doc[k]) and not _alike(doc, k, part.speaker))
            kept = replace(part, relays=tuple(media))
        result.append(kept)
        if kept.speaker is not None:
            last = kept
    return sorted(result, key=lambda part: (part.content[0], -part.content[1], part.cue_token or 0))


def _order(part: StatementPart) -> tuple[int, int]:
    return (part.cue[0] if part.cue is not None else part.content[0], part.content[0])


def _alike(doc: Doc, one: int, other: int | None) -> bool:
    """Tell whether two heads are the same word, so that nobody relays himself."""
    return other is not None and (one == other or doc[one].lower_ == doc[other].lower_)


def _same(doc: Doc, one: int | None, other: int | None) -> bool:
    """Tell whether two speakers' heads are the same words, or the later a pronoun."""
    if one is None or other is None:
        return False
    return one == other or doc[other].lower_ in _SAME or (_alike(doc, one, other) and doc[one].pos_ == "PROPN")
