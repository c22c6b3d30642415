"""Content handed on by a preposition or a noun: "according to police, …", "her claim that …"."""

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.parts import StatementPart
from ranke.reading.statements.authors import author, maker
from ranke.reading.statements.contents import span_of
from ranke.reading.statements.cues import attitude_of, cues, words
from ranke.reading.statements.speakers import cited_in, naming_span, with_speaker
from ranke.reading.statements.trees import child, is_verbal, kids, lemma_of
from ranke.reading.words import words_of

_STOPS = frozenset(";:")


def find_sources(doc: Doc) -> list[StatementPart]:
    """Return the statements whose cue is a preposition with who says so."""
    parts: list[StatementPart] = []
    lower = words_of(doc).lower
    firsts = {cue[0] for cue in cues().sources}
    for i, word in enumerate(lower):
        if word not in firsts:
            continue
        for cue in cues().sources:
            end = i + len(cue)
            if end < len(doc) and tuple(lower[i:end]) == cue:
                parts += _from_source(doc, doc[i], end)
    return parts


def _from_source(doc: Doc, token: Token, cue_end: int) -> list[StatementPart]:
    last = doc[cue_end - 1]
    source = child(last, "pobj")
    if source is None or lemma_of(source) in words().norms or not _says(doc, token, source):
        return []
    content = _content(doc, token, _phrase_end(source))
    if content is None:
        return []
    speaker, cited, cue = author(source), _cited_by(token, source), (token.idx, last.idx + len(last))
    if cited is not None:
        return [_part(content, cue, token, cited, cited, (speaker.i,))]
    return [_part(content, cue, token, speaker, source)]


def _part(
    content: Span, cue: Span, token: Token, speaker: Token, named: Token, relays: tuple[int, ...] = ()
) -> StatementPart:
    return StatementPart(
        content=content,
        cue=cue,
        kind="indirect",
        speaker=speaker.i,
        speaker_span=naming_span(token.doc, named.i, token.i),
        beside=with_speaker(speaker),
        relays=relays,
        cue_token=token.i,
        attitude=attitude_of(token),
        frame="noun" if token.pos_ == "NOUN" else "source",
    )


def _says(doc: Doc, token: Token, source: Token) -> bool:
    """Tell "per the ministry" from "per day"."""
    if token.lower_ != "per":
        return True
    before = doc[token.i - 1] if token.i else token
    opens = token.is_sent_start is True or before.text in ",(" or before.is_space
    described = source.left_edge.i < source.i or child(source, "prep", "acl") is not None
    return opens and (source.pos_ == "PROPN" or described)


def _cited_by(token: Token, source: Token) -> Token | None:
    """Return whom the source itself goes by: "according to the agency, which cited (or: citing) officials"."""
    beside = (c for c in kids(token.head) if c.i > source.i and c.doc[c.i - 1].text == ",")
    return next((found for c in (*kids(source), *beside) if (found := cited_in(c)) is not None), None)


def _phrase_end(source: Token) -> int:
    """Return where the words that name the source end: a clause that the parser hung on it is not of them."""
    end = int(source.i) + 1
    for c in kids(source):
        if c.i < source.i:
            continue
        if c.dep_ in ("appos", "parataxis", "dep", "conj") and child(c, "nsubj", "nsubjpass") is not None:
            break
        end = int(c.right_edge.i) + 1
    return end


def _content(doc: Doc, token: Token, phrase_end: int) -> Span | None:
    """Return the clause that a source vouches for: what follows it at a sentence's head, else what goes before."""
    start, end = _region(doc, token, phrase_end)
    leads = all(not doc[i].is_alpha or doc[i].dep_ in ("cc", "advmod") for i in range(start, token.i))
    claimed = any(is_verbal(doc[i]) and doc[i].tag_ not in ("VBG", "TO") for i in range(start, token.i))
    last = next((doc[i] for i in range(token.i - 1, start, -1) if doc[i].is_alpha), token)
    follows = phrase_end < end
    if leads or (follows and (not claimed or last.dep_ == "cc")) or (last.pos_ == "AUX" and end - phrase_end > 2):  # noqa: PLR2004 - a stop
        return span_of(doc, phrase_end, end)
    return span_of(doc, start, token.i)


def _region(doc: Doc, token: Token, phrase_end: int) -> tuple[int, int]:
    """Return the stretch between full stops, semicolons and colons that a source stands in."""
    sentence = token.sent
    start, end = int(sentence.start), int(sentence.end)
    start = next((i + 1 for i in range(token.i - 1, start - 1, -1) if doc[i].text in _STOPS), start)
    return start, next((i for i in range(phrase_end, end) if doc[i].text == ";"), end)


def find_nouns(doc: Doc) -> list[StatementPart]:
    """Return the statements whose cue is a noun: "the mayor's claim that …", "the union's demand for …"."""
    parts: list[StatementPart] = []
    claims = cues().nouns | {noun for noun, _ in cues().about}
    for i, pos in enumerate(words_of(doc).pos):
        token = doc[i] if pos == "NOUN" else None
        if token is None or lemma_of(token) not in claims:
            continue
        owner = _holder(token)
        if owner is not None:
            parts += _from_noun(doc, token, owner)
    return parts


def _from_noun(doc: Doc, noun: Token, owner: Token) -> list[StatementPart]:
    """Return the clause after a noun, or what stands after its preposition, as a statement of its owner."""
    lemma = lemma_of(noun)
    for c in kids(noun):
        that = c.left_edge
        clausal = c.dep_ in ("acl", "ccomp", "relcl") and that.lower_ == "that" and that.dep_ == "mark"
        if clausal and lemma in cues().nouns:
            content = span_of(doc, that.i + 1, c.right_edge.i + 1)
            cue = (noun.idx, noun.idx + len(noun))
        elif c.dep_ == "prep" and c.i == noun.i + 1 and (lemma, c.lower_) in cues().about and owner.i != c.i:
            if child(c, "pobj", "pcomp") is None or c.left_edge.i <= owner.i <= c.right_edge.i:
                continue
            content = span_of(doc, c.i + 1, c.right_edge.i + 1)
            cue = (noun.idx, c.idx + len(c))
        else:
            continue
        if content is not None:
            part = _part(content, cue, noun, author(owner), owner)
            part.attitude = cues().about.get((lemma, c.lower_), part.attitude)
            return [part]
    return []


def _holder(noun: Token) -> Token | None:
    """Return whose claim a noun is: who stands beside it, or the subject of "made the claim that"."""
    owner = maker(noun)
    if owner is None or noun.dep_ != "dobj" or owner.head.i == noun.i:
        return owner
    return owner if lemma_of(noun.head) in words().issues else None
