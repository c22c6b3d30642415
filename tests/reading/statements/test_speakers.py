"""Speakers: the head token and the words that name who says it."""

import pytest
from spacy.tokens import Doc

from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements
from ranke.reading.statements.quotations import Quotations
from ranke.reading.statements.speakers import loosely_hung, subject_above


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("The mayor said the road was closed.", "mayor", "The mayor"),
        ("Jo Hill, the mayor of Leeds, said the road was closed.", "Hill", "Jo Hill, the mayor of Leeds"),
        ("The ministry's statement said the road was closed.", "ministry", "The ministry's statement"),
        ("A letter from the mayor said the road was closed.", "mayor", "A letter from the mayor"),
        ("A motion filed by the union claims that the ban is illegal.", "union", "A motion filed by the union"),
        ("Jo Hill, who runs the ferry, said the road was closed.", "Hill", "Jo Hill, who runs the ferry"),
        ("The agency, which said the road was closed, apologised.", "agency", "which"),
        ("The ban was criticised by the union, saying it was illegal.", "union", "the union"),
    ],
)
def test_speaker_is_who_stands_behind_the_cue(text: str, head: str, words: str) -> None:
    """The subject speaks, or who made the document that does; the words are those of the subject, all of them."""
    doc = parse(text)
    part = find_statements(doc)[-1]
    assert part.speaker is not None
    assert part.speaker_span is not None
    assert (doc[part.speaker].text, text[slice(*part.speaker_span)]) == (head, words)


def test_document_without_its_maker_speaks_for_the_maker_named_before() -> None:
    """A statement that only "said" goes back to the ministry that "issued a statement"."""
    doc = parse("The ministry issued a statement on Monday. The statement said the border was calm.")
    part = find_statements(doc)[-1]
    assert part.speaker is not None
    assert doc[part.speaker].text == "ministry"


def test_a_cited_source_speaks_and_the_paper_relays() -> None:
    """Officials whom a newspaper cites speak through the newspaper."""
    doc = parse("The newspaper, citing officials, reported that the bank had failed.")
    (part,) = find_statements(doc)
    assert part.speaker is not None
    assert doc[part.speaker].text == "officials"
    assert [doc[relay].text for relay in part.relays] == ["newspaper"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The advert uses footage of Jo Hill asking, “Why are we still so poor after ten years?”", "Jo Hill"),
        (
            "“We lost,” Jo Hill said, suggesting some questions, including, “Mr. Reed, do you need a new dam?”",
            "Jo Hill",
        ),
        ("The court fined Jo Hill, who had closed the mill, saying, “The mill was never safe.”", "The court"),
    ],
)
def test_ing_form_before_a_quotation_is_of_whom_the_sentence_has_speak(text: str, words: str) -> None:
    """A name right before it speaks, else the subject of its sentence, never one named within the marks."""
    part = find_statements(parse(text))[-1]
    assert part.speaker_span is not None
    assert text[slice(*part.speaker_span)] == words


@pytest.mark.parametrize(("words", "loose"), [("who said so", True), (", who said so", False)])
def test_ing_form_after_a_comma_is_not_of_a_clause_that_no_comma_opens(words: str, *, loose: bool) -> None:
    """What the parser hangs on "a nurse who said so", a comma between, is the doing of the main clause's subject."""
    tokens = ["Hill", "praised", "nurses", *words.split(), ",", "saying"]
    verb, last = tokens.index("said"), len(tokens) - 1
    heads = [1, 1, 1, *([2] if not loose else []), verb, 2, verb, 1, verb]
    deps = ["nsubj", "ROOT", "dobj", *(["punct"] if not loose else []), "nsubj", "relcl", "dobj", "punct", "advcl"]
    named = {"Hill": "PROPN", "nurses": "NOUN", "who": "PRON", "so": "PRON", ",": "PUNCT"}
    marks = {"who": "WP", ",": ",", "saying": "VBG"}
    doc = Doc(
        parse("").vocab,
        words=tokens,
        heads=heads,
        deps=deps,
        pos=[named.get(token, "VERB") for token in tokens],
        tags=[marks.get(token, "NN") for token in tokens],
    )
    assert loosely_hung(doc[last]) is loose
    above = subject_above(doc[last], Quotations(doc.text))
    assert above is not None
    assert above.text == ("Hill" if loose else "nurses")
