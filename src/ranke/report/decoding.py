"""Bytes → text: UTF-8, what a byte order mark says, else what the bytes look like."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from charset_normalizer import from_bytes

from ranke.errors import ReportError

# The longer marks first: the one of UTF-32 begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODECS = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "iso8859_2", "koi8_r",
    "koi8_u", "mac_roman", "cp437", "cp874", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
"""Encodings that news text is kept in; without this bound a short text is taken for one nobody uses."""
_SAMPLE = 65_536
_ASCII_END = 0x7F
_WESTERN_SHARE = 0.1
"""Letters with accents in Western prose: some 5 % in French and Portuguese, more in Czech or Polish."""
# Quotation marks, dashes, the ellipsis and the like, and what else stands in Western prose.
_WESTERN_MARKS = frozenset(
    "\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u20ac\u00a0\u00b4£°·«»©®™§½¼¾ºª¡¿"
)
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 27}) + b"\x7f"
_FEW_CONTROLS = 8
_MANY_CONTROLS = 0.05


def wide_codec(head: bytes) -> str | None:
    """Return the codec that the first bytes give away: by a byte order mark, or as UTF-16 by every other byte's 0."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    even, odd = head[0:4096:2], head[1:4096:2]
    if len(odd) > _FEW_CONTROLS:
        if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
            return "utf-16-le"
        if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
            return "utf-16-be"
    return None


def looks_binary(head: bytes) -> bool:
    """Tell whether bytes are no text in any encoding: too many control characters; a stray NUL is none."""
    sample = head[:_SAMPLE]
    codec = wide_codec(sample)
    if codec:
        sample = sample.decode(codec, "replace").encode("latin-1", "replace")
    count = len(sample) - len(sample.translate(None, _CONTROLS))
    return count > max(_FEW_CONTROLS, _MANY_CONTROLS * len(sample)) or 2 * count > len(sample)


def decode(data: bytes) -> str:
    """Return the text of a whole file, without its byte order mark.

    Raises:
        ReportError: If no encoding fits.
    """
    codec = wide_codec(data)
    if codec:
        return data.decode(codec, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        codec = _guess(data)
    if codec is None:
        message = "its encoding can't be told, nor whether it is text; save it as UTF-8"
        raise ReportError(message)
    return data.decode(codec, "replace")


def lines(stream: BinaryIO, head: bytes) -> Iterator[str]:
    r"""Return the lines of a stream, each with its end; only `\n` ends a line.

    Each line is decoded by itself: it keeps memory flat, and rows from different sources need not agree.

    Args:
        stream: The bytes, from the start.
        head: The first of them.
    """
    wide = wide_codec(head)
    if wide:
        yield from io.TextIOWrapper(stream, wide, "replace", newline="\n")
        return
    codec = "cp1252"
    for line in stream:
        try:
            yield line.decode()
        except UnicodeDecodeError:
            codec = _guess(line) or codec
            yield line.decode(codec, "replace")


def _guess(data: bytes) -> str | None:
    """Return the codec of bytes that are not UTF-8."""
    start = next((at for at, byte in enumerate(data) if byte > _ASCII_END), 0)
    sample = data[max(0, start - _SAMPLE // 2) :][:_SAMPLE]
    rough = data[: _SAMPLE * 16].decode("utf-8", "replace")
    bad = rough.count("\ufffd")
    if sum(character > "\x7f" for character in rough) > 2 * bad:
        return "utf-8"  # UTF-8 with a few broken bytes; in no other encoding do the rest make sense as UTF-8
    high = bytes(byte for byte in sample if byte > _ASCII_END)
    western = high.decode("cp1252", "replace")
    # Curly quotes and a few accents are too little to tell Western from Central European by; mostly they are Western.
    letters = [mark for mark in western if mark not in _WESTERN_MARKS]
    if len(letters) < _WESTERN_SHARE * len(sample) and all(letter.isalpha() for letter in letters):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=_CODECS).best()
    return best.encoding if best else None
