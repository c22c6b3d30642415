"""Through whom we know a statement: what stands inside another statement, or before "…, the agency reported"."""

from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc, Token

from ranke.reading.parts import Cast, StatementPart
from ranke.reading.statements.authors import is_document
from ranke.reading.statements.carriers import carriers, interviewed
from ranke.reading.statements.cues import words
from ranke.reading.statements.hearers import is_media
from ranke.reading.statements.trees import WALK, child, is_finite, kids, lemma_of

_DEPTH = 6
"""Relays kept: a chain longer than this is no chain of people."""
_HANDED_ON = frozenset({"clause", "quote", "source"})
_GOES_ON = _HANDED_ON | {"as", "object"}
_HELD = frozenset({"believes", "wants", "shows"})
_PUT_OUT = frozenset({"announce", "declare", "publish", "post", "tweet", "write", "pledge", "vow"})
"""Cues of a public act, which needs no one to pass it on."""
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "prep"})
_TOLD = _MAIN | {"relcl", "advcl"}
_SAME = frozenset({"he", "she", "it", "they", "who"})


def clip(parts: list[StatementPart]) -> None:
    """End, in place, what is said within what a closing clause reports where that clause begins.

    "The ministry said the road was shut and told drivers to wait, the agency reported": the parser hangs the last four
    words in what the ministry said.
    """
    closing = sorted(
        (part.content[1], part.content[0])
        for part in parts
        if part.cue is not None and part.frame in _HANDED_ON and part.content[1] <= part.cue[0]
    )
    for part in parts:
        if part.cue is None:
            continue
        at = bisect_right(closing, (part.content[0] + 1, 0))
        if at < len(closing):
            end, start = closing[at]
            if start <= part.cue[0] < end < part.content[1]:
                part.content = part.content[0], end


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
    result = [_carried_by(doc, part) for part in parts]
    for n in sorted(outer, key=lambda k: (parts[k].content[0], -parts[k].content[1])):
        above = result[outer[n]]
        chain = above.relays + ((above.speaker,) if above.speaker is not None else ())
        chain = tuple(k for k in chain if not _alike(doc, k, result[n].speaker))
        own = tuple(relay for relay in result[n].relays if relay not in chain)
        result[n] = replace(result[n], relays=(chain + own)[-_DEPTH:])
    mere = {outer[n] for n in outer if _passes_on(doc, parts[outer[n]], parts[n])}
    aside = {n for n in outer if outer[n] not in mere and not _weighs(doc, parts[n], parts[outer[n]])}
    return [part for n, part in enumerate(result) if n not in mere and n not in aside]


def _carried_by(doc: Doc, part: StatementPart) -> StatementPart:
    """Add those who pass a statement on, as the clause of its cue tells."""
    if part.cue_token is None:
        return part
    speaker = doc[part.speaker] if part.speaker is not None else None
    found = [one.i for one in carriers(doc[part.cue_token], speaker) if one.i not in part.relays]
    return replace(part, relays=(*part.relays, *dict.fromkeys(found))) if found else part


def _weighs(doc: Doc, part: StatementPart, outer: StatementPart) -> bool:
    """Tell whether a statement inside another is what that one tells, and no turn of its words.

    "He said the envoy had promised that …" hands on what the envoy said; "those who say …", "calling them names" and
    "his claim" do not.
    """
    if part.frame == "noun" and outer.frame == "object":
        # "rejected the party's claim that …", but "voiced their rejection" says it once.
        return part.speaker is None or doc[part.speaker].tag_ != "PRP$"
    if part.cue_token is None or part.speaker is None or part.attitude in _HELD:
        return False
    cue, speaker = doc[part.cue_token], doc[part.speaker]
    if _closed_by_medium(doc, outer) and cue.dep_ in _TOLD and is_finite(cue):
        return True
    if part.frame not in _HANDED_ON:
        # "the two sides voiced their rejection of …": what a party says of a talk is said for the other side, too.
        return part.frame == "object" and any(below.lower_ in ("both", "two") for below in kids(speaker))
    if cue.dep_ not in _MAIN or cue.tag_ in ("VB", "VBG"):
        return part.frame == "source"
    known = speaker.ent_type_ or speaker.pos_ == "PROPN" or speaker.lower_ in _SAME - {"it", "they", "who"}
    return bool(known or any(c.lower_ in ("the", "this", "both") or c.dep_ == "poss" for c in kids(speaker)))


def _closed_by_medium(doc: Doc, outer: StatementPart) -> bool:
    """Tell whether a medium's clause closes what it reports, so that all verbs before it tell who did and said what.

    Who "reported" at a sentence's end, be it but "the agency", hands on what others said.
    """
    if outer.cue is None or outer.cue_token is None or outer.speaker is None or outer.cue[0] < outer.content[1]:
        return False
    return is_media(doc[outer.speaker]) or lemma_of(doc[outer.cue_token]) == "report"


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


def settle_relays(doc: Doc, statements: list[StatementPart], cast: Cast) -> None:
    """Set, in place, the relays that only the cast can tell: a medium that is told, and a relay that carries over.

    What a speaker tells a medium reaches the report through it. A relay carries over to what the same speaker goes on
    to say, in the same breath or after others, until he speaks on an occasion of its own.
    """
    through: dict[str, tuple[int, ...]] = {}
    meetings = _interviews(doc, cast)
    for part in sorted(statements, key=_order):
        while meetings and meetings[0][0] < (part.cue_token or _first(doc, part)):
            _, person, medium = meetings.pop(0)
            through.update(dict.fromkeys(cast.heads.get(person, ()), (medium,)))
        speakers = cast.heads.get(part.speaker, ()) if part.speaker is not None else ()
        if _told_medium(doc, part, cast):
            part.relays = (*part.relays, part.addressee) if part.addressee is not None else part.relays
        media = tuple(k for k in part.relays if _is_medium(doc, k, cast))
        if len(speakers) != 1:
            continue
        (speaker,) = speakers
        if part.relays:
            through[speaker] = media
        elif speaker in through and goes_on(doc, part):
            part.relays = through[speaker]


def _interviews(doc: Doc, cast: Cast) -> list[tuple[int, int, int]]:
    """Return (verb, who is asked, the medium) for each interview that a text tells of, in its order."""
    media = (actor for actor in cast.actors.values() if actor.kind == "media")
    heads = sorted({mention.head for actor in media for mention in actor.mentions})
    return sorted((*found, head) for head in heads if (found := interviewed(doc[head])) is not None)


def _told_medium(doc: Doc, part: StatementPart, cast: Cast) -> bool:
    told = part.addressee
    return told is not None and told not in part.relays and told != part.speaker and _is_medium(doc, told, cast)


def _is_medium(doc: Doc, head: int, cast: Cast) -> bool:
    """Tell whether a head names one media house; reporters as a crowd only listen."""
    if is_media(doc[head]):
        return True
    meant = cast.heads.get(head, ())
    return (
        len(meant) == 1
        and meant[0] in cast.actors
        and cast.actors[meant[0]].kind == "media"
        and doc[head].pos_ == "PROPN"
    )


def goes_on(doc: Doc, part: StatementPart) -> bool:
    """Tell whether a statement may go on from one before: a plain cue in the main line of its sentence, or none."""
    if part.cue_token is None:
        return True
    cue = doc[part.cue_token]
    if part.frame not in _GOES_ON or lemma_of(cue) in _PUT_OUT:
        return False
    if cue.dep_ in ("advcl", "relcl", "acl", "pcomp") and cue.tag_ != "VBG":
        return False
    children = kids(cue)
    if any(c.lower_ == "had" and c.dep_ == "aux" for c in children):
        return False
    return not any(_is_occasion(c) for c in children)


def _is_occasion(token: Token) -> bool:
    """Tell whether a phrase says when or where else something was said: "in February", "in a letter", "on Twitter"."""
    noun = child(token, "pobj") if token.dep_ == "prep" else token if token.dep_ == "npadvmod" else None
    if noun is None:
        return False
    return noun.ent_type_ == "DATE" or lemma_of(noun) in words().documents | words().occasions


def _first(doc: Doc, part: StatementPart) -> int:
    span = doc.char_span(*part.content, alignment_mode="expand")
    return int(span.start) if span is not None else 0


def _order(part: StatementPart) -> tuple[int, int]:
    return (part.cue[0] if part.cue is not None else part.content[0], part.content[0])


def _alike(doc: Doc, one: int, other: int | None) -> bool:
    """Tell whether two heads are the same word, so that nobody relays himself."""
    return other is not None and (one == other or doc[one].lower_ == doc[other].lower_)
