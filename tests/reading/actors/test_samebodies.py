"""State bodies under two names of one meaning are one; other bodies of the country are not."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [
        ("The UK parliament sat. The Parliament of the United Kingdom then closed.", "parliament", "Parliament", True),
        (
            "The Ministry of Foreign Affairs of France left. The French foreign ministry wept.",
            "Ministry",
            "ministry",
            True,
        ),
        ("The Chilean Navy seized a boat. Chile's navy then left.", "Navy", "navy", True),
        ("The Chilean Navy seized a boat. Peru's navy then left.", "Navy", "navy", False),
        ("France's Ministry of Defence left. The French foreign ministry wept.", "Ministry", "ministry", False),
    ],
)
def test_one_body_by_kind_and_nation(
    same: Callable[[str, str, str], bool],
    text: str,
    one: str,
    other: str,
    expected: bool,  # noqa: FBT001 (a table of cases)
) -> None:
    """The country and the small words aside, the same words of one country name the same body."""
    assert same(text, one, other) is expected
