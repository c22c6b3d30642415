"""Content handed on by a preposition or a noun: "according to police, …", "her claim that …"."""

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.contents import kids, span_of
from ranke.reading.cues import cues, lemma_of
from ranke.reading.parts import StatementPart
from ranke.reading.speakers import author, maker, naming_span

_STOPS = frozenset(";:")
_VERBAL = frozenset({"VERB", "AUX"})


def find_sources(doc: Doc) -> list[StatementPart]:
    """Return the statements whose cue is a preposition with who says so."""
    parts: list[StatementPart] = []
    firsts = {words[0] for words in cues().sources}
    for token in doc:
        if token.lower_ in firsts:
            for words in cues().sources:
                end = token.i + len(words)
                if end < len(doc) and tuple(doc[i].lower_ for i in range(token.i, end)) == words:
                    parts += _from_source(doc, token, end)
    return parts


def _from_source(doc: Doc, token: Token, cue_end: int) -> list[StatementPart]:
    last = doc[cue_end - 1]
    source = next((c for c in kids(last) if c.dep_ == "pobj"), None)
    if source is None or lemma_of(source) in cues().norms or not _says(doc, token, source):
        return []
    content = _content(doc, token, _phrase_end(source))
    if content is None:
        return []
    speaker, relays = author(source), ()
    cited = _cited(source)
    if cited is not None:
        speaker, relays = author(cited), (speaker.i,)
    return [
        StatementPart(
            content=content, cue=(token.idx, last.idx + len(last)), kind="indirect", speaker=speaker.i,
            speaker_span=naming_span(doc, speaker.i), relays=relays, cue_token=token.i,
        )
    ]  # fmt: skip


def _says(doc: Doc, token: Token, source: Token) -> bool:
    """Tell "per the ministry" from "per day"."""
    if token.lower_ != "per":
        return True
    before = doc[token.i - 1] if token.i else token
    opens = token.is_sent_start is True or before.text in ",(" or before.is_space or before.lower_ == "as"
    return opens and (source.pos_ == "PROPN" or source.left_edge.i < source.i or any(c.dep_ in ("prep", "acl") for c in kids(source)))


def _cited(source: Token) -> Token | None:
    """Return whom the source itself goes by: "according to the agency, which cited officials"."""
    for child in kids(source):
        if child.dep_ in ("relcl", "acl") and lemma_of(child) in ("cite", "quote"):
            return next((c for c in kids(child) if c.dep_ == "dobj"), None)
    return None


def _phrase_end(source: Token) -> int:
    """Return where the words that name the source end: a clause that the parser hung on it by mistake is not of them."""
    end = int(source.i) + 1
    for child in kids(source):
        if child.i < source.i:
            continue
        if child.dep_ in ("appos", "parataxis", "dep", "conj") and any(c.dep_ in ("nsubj", "nsubjpass") for c in kids(child)):
            break
        end = int(child.right_edge.i) + 1
    return end


def _content(doc: Doc, token: Token, phrase_end: int) -> Span | None:
    """Return the clause that a source vouches for: what follows it at a sentence's head, else what goes before."""
    start, end = _region(doc, token, phrase_end)
    if all(not doc[i].is_alpha or doc[i].dep_ in ("cc", "advmod") for i in range(start, token.i)):
        return span_of(doc, phrase_end, end)
    verb_before = any(doc[i].pos_ in _VERBAL and doc[i].tag_ not in ("VBG", "TO") for i in range(start, token.i))
    after = doc[phrase_end] if phrase_end < end else None
    if not verb_before and after is not None:
        return span_of(doc, phrase_end, end)
    last = next((doc[i] for i in range(token.i - 1, start, -1) if doc[i].is_alpha), token)
    if last.pos_ == "AUX" and after is not None and end - phrase_end > 2:
        return span_of(doc, phrase_end, end)
    return span_of(doc, start, token.i)


def _region(doc: Doc, token: Token, phrase_end: int) -> tuple[int, int]:
    """Return the stretch between full stops, semicolons and colons that a source stands in."""
    sentence = token.sent
    start, end = int(sentence.start), int(sentence.end)
    for i in range(token.i - 1, start - 1, -1):
        if doc[i].text in _STOPS:
            start = i + 1
            break
    for i in range(phrase_end, end):
        if doc[i].text == ";":
            end = i
            break
    return start, end


def _holder(noun: Token) -> Token | None:
    """Return whose claim a noun is: who stands beside it, or the subject of "made the claim that"."""
    owner = maker(noun)
    if owner is None or noun.dep_ != "dobj" or owner.head.i == noun.i:
        return owner
    return owner if lemma_of(noun.head) in _ISSUES else None


_ISSUES = frozenset({"make", "issue", "voice", "express", "raise", "repeat", "release", "offer", "give", "reiterate", "publish", "post"})


def find_nouns(doc: Doc) -> list[StatementPart]:
    """Return the statements whose cue is a noun with a clause or "of": "the mayor's claim that …", "her claims of …"."""
    parts: list[StatementPart] = []
    nouns = cues().nouns
    for token in doc:
        if token.pos_ != "NOUN" or lemma_of(token) not in nouns:
            continue
        clause = next((c for c in kids(token) if c.dep_ in ("acl", "ccomp", "relcl") and c.left_edge.lower_ == "that" and c.left_edge.dep_ == "mark"), None)
        owner = _holder(token)
        if clause is not None and owner is not None:
            content = span_of(doc, clause.left_edge.i + 1, clause.right_edge.i + 1)
        elif owner is not None and owner.dep_ == "poss" and lemma_of(token) in ("claim", "allegation", "demand", "accusation", "warning"):
            of = next((c for c in kids(token) if c.dep_ == "prep" and c.lower_ in ("of", "for")), None)
            content = span_of(doc, of.i + 1, of.right_edge.i + 1) if of is not None else None
        else:
            continue
        if content is not None and owner is not None:
            parts.append(
                StatementPart(
                    content=content, cue=(token.idx, token.idx + len(token)), kind="indirect", speaker=author(owner).i,
                    speaker_span=naming_span(doc, author(owner).i), cue_token=token.i,
                )
            )  # fmt: skip
    return parts
