import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.watch.robots import ALL, NOTHING, read_robots


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("user-agent:*\ndisallow:/a # not this\n", "/ab", False),
        ("User-agent: *\nDisallow: /a", "/b/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?b", True),
        ("User-agent: *\nDisallow: /*?print=", "/x?a=1&print=2", True),
        ("User-agent: *\nDisallow: /*print=", "/x?a=1&print=2", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a-b-d", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a-b-c", False),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /%7Eada", "/~ada/x", False),
        ("User-agent: Ranke\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: ranke\nDisallow: /b", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: ranke\nDisallow: /", "/a", False),
        ("User-agent: ranke\nDisallow: /a\nUser-agent: ranke\nDisallow: /b", "/b", False),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
        ("Disallow: /\nwhat is this\n", "/a", True),
    ],
)
def test_what_is_allowed(rules: str, path: str, allowed: bool) -> None:  # noqa: FBT001 - the expected answer
    """The rules that name the program count, else those for all; the longest that fits decides."""
    assert read_robots(rules, agent="ranke").allow(f"https://herald.example{path}") is allowed


def test_no_rules_and_none_to_be_had() -> None:
    """A site without the file lets all be fetched; one whose file can't be got lets nothing."""
    assert ALL.allow("https://herald.example/a")
    assert not NOTHING.allow("https://herald.example/a")


@pytest.mark.parametrize(
    ("value", "delay"), [("7", 7.0), ("0.5", 0.5), ("9999", 60.0), ("-3", 0.0), ("soon", 0.0), ("nan", 0.0)]
)
def test_the_delay(value: str, delay: float) -> None:
    """A site may ask for more time between two questions, up to a minute."""
    assert read_robots(f"User-agent: *\nCrawl-delay: {value}", agent="ranke").delay == delay


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Whatever stands in the file, it can be asked."""
    assert read_robots(text, agent="ranke").allow("https://herald.example/a") in (True, False)
    assert read_robots(f"User-agent: *\nDisallow: /{text}", agent="ranke").delay >= 0


def test_many_stars_take_no_time() -> None:
    """A pattern made to take long does not."""
    before = time.process_time()
    read_robots("User-agent: *\nDisallow: /" + "*a" * 10_000 + "b", agent="ranke").allow(
        "http://a.example/" + "a" * 10_000
    )
    assert time.process_time() - before < 1
