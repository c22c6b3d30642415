import io

import pytest

from ranke.errors import ReportError
from ranke.report.decoding import decode, lines, looks_binary, wide_codec

ENGLISH = "The minister said: \u201cWe won\u2019t give up\u201d \u2013 and left for S\u00e3o Paulo. " * 3
RUSSIAN = "Министр заявил во вторник, что делегация встретится в Тегеране. " * 3
ARABIC = "قال الوزير يوم الثلاثاء إن الوفد سيجتمع في طهران. " * 3
CHINESE = "外交部发言人周二表示代表团将在德黑兰会晤。" * 5
EMOJI = "\U0001f600 ok \u202b\u05e9\u05dc\u05d5\u05dd\u202c"


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ARABIC, CHINESE, EMOJI, "", "plain", "a\x00b\r\nc\u2028d\x85e"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_exact(text: str, codec: str) -> None:
    """UTF-8, and every Unicode encoding with its mark, gives the text back to the character, without the mark."""
    data = text.encode(codec)
    assert decode(data) == text
    assert "".join(lines(io.BytesIO(data), data)) == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(codec: str) -> None:
    """English in UTF-16 is known by every other byte being 0."""
    assert decode(ENGLISH.encode(codec)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ENGLISH, "cp1252"),
        ("Caf\u00e9 owners met in Paris.", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
        (CHINESE, "gb18030"),
    ],
)
def test_other_encodings_are_detected(text: str, codec: str) -> None:
    """Text that is not UTF-8 is read in the encoding it looks like."""
    data = text.encode(codec)
    assert decode(data) == text
    assert "".join(lines(io.BytesIO(data), data)) == text


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    """UTF-8 with a broken byte stays UTF-8; only that byte is replaced."""
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert decode(data) == RUSSIAN + "\ufffd" + RUSSIAN


def test_lines_may_differ_in_encoding() -> None:
    """Each line is decoded by itself."""
    data = b"caf\xe9 one, this is a line\n" + "caf\u00e9 two\n".encode() + b"end"
    assert list(lines(io.BytesIO(data), data)) == ["caf\u00e9 one, this is a line\n", "caf\u00e9 two\n", "end"]


def test_only_a_line_feed_ends_a_line() -> None:
    """Line separators of Unicode and a lone carriage return stay inside a line."""
    data = "a\u2028b\x85c\rd\r\ne".encode()
    assert list(lines(io.BytesIO(data), data)) == ["a\u2028b\x85c\rd\r\n", "e"]


def test_noise_is_refused() -> None:
    """Bytes that fit no encoding give an error that names the way out."""
    with pytest.raises(ReportError, match="save it as UTF-8"):
        decode(bytes(range(128, 256)) * 50 + bytes(range(32)) * 50)


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (b"", False),
        (b"text", False),
        (b"Hamas\x00 said\x00", False),
        ("Hamas said".encode("utf-16"), False),
        (RUSSIAN.encode("cp1251"), False),
        (b"\x00\x01\x02\x03", True),
        (bytes(range(256)) * 4, True),
        (b"\x00" * 5000, True),
    ],
)
def test_binary_data_is_told_from_text(data: bytes, binary: bool) -> None:  # noqa: FBT001 - the expected answer
    """Many control characters are no text; a stray NUL is."""
    assert looks_binary(data) is binary


@pytest.mark.parametrize(
    ("head", "codec"), [(b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfea\x00", "utf-16"), (b"ab", None)]
)
def test_marks(head: bytes, codec: str | None) -> None:
    """The mark of UTF-32 is not taken for the one of UTF-16."""
    assert wide_codec(head) == codec
