from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ranke.answers import Mark
from ranke.web.marks import PART, pages_of, paragraphs


def mark(start: int, end: int, kind: str = "actor") -> Mark:
    """Return a mark that means nothing."""
    return Mark(start, end, kind, kind, None, None, ())


@given(
    text=st.text(alphabet="ab \n\u202e\U0001f600", max_size=60),
    spans=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_no_character_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    """However marks overlap, the pieces are the text but for the breaks between paragraphs, each at its place."""
    marks = [mark(min(one), max(one)) for one in spans]
    blocks = paragraphs(text, marks, within=(0, len(text)))
    pieces = [piece for block in blocks for piece in block]
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in pieces)
    assert "\n".join("".join(piece.text for piece in block) for block in blocks).split() == text.split()
    for piece in pieces:
        end = piece.start + len(piece.text)
        assert set(piece.marks) == {one for one in marks if one.start < end and one.end > piece.start}


def test_every_span_can_be_gone_to() -> None:
    """Each span begins somewhere, also one that begins in a paragraph before, or with another one."""
    text = "Ada met Orm.\n\nThey talked."
    marks = [mark(0, 3), mark(0, 12, "account"), mark(8, 20, "content")]
    first, second = paragraphs(text, marks, within=(0, len(text)))
    assert first[0].begins == ("s0-3", "s0-12")
    assert "s8-20" in {name for piece in [*first, *second] for name in piece.begins}
    assert [piece.text for piece in first] == ["Ada", " met ", "Orm."]


def test_what_colours_a_piece() -> None:
    """Where several marks cover a piece the nearer one comes first: the trigger before the words around it."""
    (block,) = paragraphs("Ada met Orm.", [mark(0, 12, "account"), mark(4, 7, "trigger")], within=(0, 12))
    assert [one.kind for one in block[1].marks] == ["trigger", "account"]


def test_chosen_words() -> None:
    """The words that are asked for are marked, also where nothing else is."""
    (block,) = paragraphs("Ada met Orm.", [], within=(0, 12), chosen=(4, 7))
    assert [(piece.text, piece.chosen) for piece in block] == [("Ada ", False), ("met", True), (" Orm.", False)]


def test_what_turns_the_writing_stands_alone() -> None:
    """A character that would turn the order of writing is a piece of its own."""
    (block,) = paragraphs("a\u202eb", [], within=(0, 3))
    assert [(piece.text, piece.turn) for piece in block] == [("a", False), ("\u202e", True), ("b", False)]


@given(st.text(alphabet="ab \n", max_size=50).map(lambda text: text * 900))
def test_parts(text: str) -> None:
    """Parts follow each other without a gap, and none is longer than a page takes."""
    parts = pages_of(text)
    assert parts[0][0] == 0
    assert parts[-1][1] == len(text)
    assert all(one[1] == other[0] for one, other in pairwise(parts))
    assert all(end - start <= PART for start, end in parts)
