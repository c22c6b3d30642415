import csv
import io
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from ranke.exports.cells import cell, encoded, html, joined, tab_line, xml

ANY = st.text(st.characters(), max_size=40)


@given(st.lists(ANY, min_size=1, max_size=5))
def test_a_line_stays_a_line(values: list[str]) -> None:
    """Whatever text is in its cells, a line has as many cells as it was given, and is UTF-8."""
    line = tab_line(values).decode()
    assert line.count("\t") == len(values) - 1
    assert line.splitlines() == [line[:-1]]


@given(ANY)
def test_any_text_can_stand_in_xml(text: str) -> None:
    """Whatever a text holds, a document with it can be read, and says the same but for what XML can't hold."""
    told = xml(text)
    read = ET.fromstring(encoded(f'<a b="{told}">{told}</a>'))  # noqa: S314 - our own document
    allowed = [(0x9, 0xA), (0xD, 0xD), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF)]
    kept = "".join(one if any(a <= ord(one) <= b for a, b in allowed) else "\ufffd" for one in text)
    assert read.get("b") == (read.text or "") == kept


def test_formulas_and_numbers() -> None:
    """Text that a spreadsheet would run gets an apostrophe; numbers stay numbers."""
    assert [cell(value) for value in ("=1+1", "-x", "@a", "a=b")] == ["'=1+1", "'-x", "'@a", "a=b"]
    assert [cell(value) for value in (-4.0, 0, 35.7, True, None)] == ["-4.0", "0", "35.7", "true", ""]


def test_missing_is_written_as_the_format_has_it() -> None:
    """Null and empty are alike; nought is there."""
    assert tab_line(["a", None, "", 0], missing="None") == b"a\tNone\tNone\t0\n"


def test_csv_reads_back_what_cells_hold() -> None:
    """Quotes and commas come back."""
    out = io.StringIO()
    csv.writer(out).writerow([cell('say "a, b"')])
    assert next(csv.reader(io.StringIO(out.getvalue()))) == ['say "a, b"']


def test_html_shows_markup_as_text() -> None:
    """No tag, entity or attribute comes through."""
    assert html("<b a='1'>&amp;\"") == "&lt;b a=&#39;1&#39;&gt;&amp;amp;&quot;"


def test_joined_names_each_once() -> None:
    """What is null is left out."""
    assert joined(["GOV", None, "MIL", "GOV"]) == "GOV; MIL"
