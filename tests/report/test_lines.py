import re
import time

import pytest

from ranke.report.lines import _GIVEN, _whole, expressions, is_prose, news_of
from ranke.tables import read_toml

TABLE = read_toml("ranke.report", "lines.toml")
ENTRIES = [(part, name) for part in ("line", "tail", "heading", "end") for name in TABLE[part]]


@pytest.mark.parametrize(("part", "name"), ENTRIES)
def test_each_entry_is_for_its_own_examples(part: str, name: str) -> None:
    """What an entry of the table says it drops it drops itself, and what looks alike stays."""
    entry = TABLE[part][name]
    end = r"\s*\Z" if part == "tail" else ""
    own = [re.compile(_whole(words, _GIVEN | TABLE["parts"]) + end, re.IGNORECASE) for words in entry["words"]]
    for line in entry["drop"]:
        if part == "tail":
            assert any(one.search(line) for one in own), line
            assert news_of([line]) in (["The truce holds."], ["The truce holds for a day"])
        else:
            assert any(one.fullmatch(line) for one in own), line
            assert news_of([line]) == []
    for line in entry["keep"]:
        assert news_of([line]) == [line]


@pytest.mark.parametrize(("part", "name"), ENTRIES)
def test_no_expression_is_idle(part: str, name: str) -> None:
    """Each expression of an entry has an example of its own, or one that others match too."""
    entry = TABLE[part][name]
    end = r"\s*\Z" if part == "tail" else ""
    for words in entry["words"]:
        own = re.compile(_whole(words, _GIVEN | TABLE["parts"]) + end, re.IGNORECASE)
        assert any(own.search(line) if part == "tail" else own.fullmatch(line) for line in entry["drop"]), words


def test_what_stands_under_a_heading_of_links() -> None:
    """A list of other stories goes with its heading, up to the next sentence."""
    lines = [
        "Shells fell on Vest on Monday.",
        "Related stories",
        "Truce holds",
        "Ten cakes",
        "The army said it was calm now.",
    ]
    assert news_of(lines) == [lines[0], lines[4]]


def test_what_follows_the_end() -> None:
    """After the line that ends a report nothing is news, however much it reads like it."""
    assert news_of(["Shells fell on Vest.", "Comments", "I do not believe a word of it, as I was there."]) == [
        "Shells fell on Vest."
    ]


def test_a_long_line_is_news() -> None:
    """What begins like a credit and goes on for long is a paragraph."""
    line = "Photo: " + "the soldiers walked on " * 30
    assert news_of([line]) == [line]


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("Shells fell on the town of Vest.", True),
        ("“We want no war,” the minister told us.”", True),
        ("World", False),
        ("Tuesday, March 4, 2003 in the town of Osk", False),
        ("It is so.", False),
    ],
)
def test_prose(line: str, prose: bool) -> None:  # noqa: FBT001 - the expected answer
    """A sentence has some words and a mark at its end."""
    assert is_prose(line) is prose


@pytest.mark.parametrize(
    "piece",
    [
        "A ",
        "Ada ",
        "AND ",
        "Share ",
        "Home > ",
        "a",
        "A, ",
        "#a ",
        "/",
        ". ",
        "— ",
        "staff ",
        "a@a ",
        "Ada, ",
        "(",
        "by Ada ",
        "Ada staff ",
        "1 ",
        "more ",
        "@a ",
        "http://a",
        "-",
        "[a/",
        "photo by ",
        "read more ",
    ],
)
def test_no_line_takes_long(piece: str) -> None:
    """No line of the longest length takes the expressions more than a moment, whatever is repeated in it."""
    expressions()
    for start in ("", "By ", "(Reporting by ", "Photo: ", "Read ", "The post "):
        line = (start + piece * 400)[:399] + "!"
        before = time.process_time()
        news_of([line])
        assert time.process_time() - before < 0.5
