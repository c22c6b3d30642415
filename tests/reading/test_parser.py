"""The parser: a text of any kind and length keeps every character in its place."""

import pytest

from ranke.reading import parser
from ranke.reading.parser import parse, pipeline, plain

ODD = [
    "",
    " ",
    "\n\n \t\n",
    "``We won,'' she said.",
    "‘‘We won,’’ she said.",
    "a\0b",
    "no\u00a0break, \u2028line,\r\nand \ufeffmark",
    "astral 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 😀😀 and e\u0301 combining",
    "السلام عليكم. 中国和俄罗斯。",
    "“" * 50 + "»" * 50,
    "x" * 1000,
]


@pytest.mark.parametrize("text", ODD)
def test_no_character_moves(text: str) -> None:
    """Whatever is made plain, the parsed text is as long as the text that was given."""
    doc = parse(text)
    assert len(plain(text)) == len(doc.text) == len(text)
    assert all(doc.text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("``We won,'' she said.", '" We won," she said.'),
        ("‘‘We won,’’ she said.", '" We won," she said.'),
        ("“We won,” she said.", "“We won,” she said."),
        ("the rebels' camp", "the rebels' camp"),
        ("Tehran\0says", "Tehran says"),
        ("two\u00a0words\rhere", "two words here"),
        ("news\u2029more", "news\nmore"),
    ],
)
def test_what_is_made_plain(text: str, clean: str) -> None:
    """Doubled quotation marks and odd spaces become plain ones, and single marks stay."""
    assert plain(text).split() == clean.split()
    assert len(plain(text)) == len(text)


def test_rows_of_marks_become_blanks() -> None:
    """A ruled line is no word, and blanks take its place."""
    assert plain(f"News\n{'=' * 60}\nMore") == f"News\n{' ' * 60}\nMore"
    assert plain("and so ... on") == "and so ... on"


@pytest.mark.parametrize("row", ["=", "_", "“", "😀", "'s", "a"])
def test_no_word_is_endless(row: str) -> None:
    """What stands without a blank is cut, as the tokenizer's time grows with the square of its length."""
    clean = plain(row * 2000)
    assert len(clean) == len(row * 2000)
    assert max(map(len, clean.split()), default=0) <= 250


def test_a_token_is_found_at_its_place_in_the_text() -> None:
    """Token offsets count in the text as it was given."""
    text = "``Never,'' the\u00a0premier\0told Reuters."
    token = next(token for token in parse(text) if token.text == "Reuters")
    assert text[token.idx : token.idx + len(token)] == "Reuters"


@pytest.mark.parametrize(
    "text",
    [
        "Iran met Iraq. " * 30,
        "Iran met Iraq.\n\n" * 30,
        "Iran met Iraq " * 30,
        "word" * 50,
        "Iran" + " " * 300 + "met Iraq",
    ],
)
def test_a_long_text_is_parsed_in_stretches(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text longer than one stretch is cut between words where it can be, and its offsets run on."""
    monkeypatch.setattr(parser, "CHUNK", 100)
    chunks = parser._chunks(text)
    assert "".join(chunks) == text
    assert max(map(len, chunks)) <= 100
    doc = parse(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert "".join(sent.text_with_ws for sent in doc.sents) == text


def test_words_are_not_cut_between_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stretch ends at a line's end, else at a blank."""
    monkeypatch.setattr(parser, "CHUNK", 40)
    assert parser._chunks("Rebels attacked a town in the north.\nTroops fled.") == [
        "Rebels attacked a town in the north.\n",
        "Troops fled.",
    ]
    assert parser._chunks("Rebels attacked a town in the north and troops fled.") == [
        "Rebels attacked a town in the north and ",
        "troops fled.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels take northern town\nThe army withdrew on Friday.",
        "Rebels take northern town\n\n\nThe army withdrew on Friday.",
        "Rebels take northern town \r\n \tThe army withdrew on Friday.",
        "The premier met\nthe envoy",
    ],
)
def test_a_sentence_never_runs_over_a_line_break(text: str) -> None:
    """A headline without a full stop is not glued to what follows."""
    for sentence in parse(text).sents:
        assert "\n" not in sentence.text.strip()


def test_a_sentence_has_an_end() -> None:
    """A list or table without a full stop is cut, so that no sentence is longer than any that people write."""
    doc = parse("the army attacked the town and " * 300)
    assert max(len(sentence) for sentence in doc.sents) <= parser._LONGEST_SENTENCE


def test_the_pipeline_is_loaded_once() -> None:
    """Every text is parsed by the same pipeline."""
    assert pipeline() is pipeline()


@pytest.mark.parametrize(
    "dateline",
    [
        "NAIROBI (AFP) - ",
        "LONDON, July 23 (Reuters) – ",
        "PARIS — ",
        "NEW YORK, N.Y. (AP) -- ",
        "ADDIS ABABA, Ethiopia (AP) — ",
        "(Reuters) - ",
        "Beijing, Oct 3 (Xinhua) -- ",
        "Moscow, 3 March - ",
        "Ramallah, WAFA – ",
        "BEIJING /Xinhua/ -- ",
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(dateline: str) -> None:
    """The place and the agency before a report are no part of its first sentence."""
    doc = parse(f"{dateline}Rebels attacked the town.")
    assert [sentence.text.strip() for sentence in doc.sents][-1] == "Rebels attacked the town."


@pytest.mark.parametrize(
    "text", ["NATO members - among them Spain - met on Monday.", "Anna Lind (Labour) - who had won - spoke on Monday."]
)
def test_a_dash_after_a_name_is_no_dateline(text: str) -> None:
    """A sentence that begins with a name goes on over its dash."""
    assert len(list(parse(text).sents)) == 1


def test_the_place_of_a_dateline_is_a_place() -> None:
    """In capitals too it is known as one."""
    assert [(name.text, name.label_) for name in parse("KYIV -- Rebels attacked.").ents] == [("KYIV", "GPE")]


@pytest.mark.parametrize("text", ["He said,“Look at me.”", 'He said:"Look at me."', '"We left."He said so.'])
def test_a_mark_glued_to_a_word_is_a_token_of_its_own(text: str) -> None:
    """Quotation marks without a blank beside them do not make one word of two."""
    doc = parse(text)
    assert {"said", "He"} <= {token.text for token in doc}
    assert doc.text == text
