"""Properties of a reading that hold for any text at all."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

import ranke
from ranke.model import Reading, Report

ROOT = Path(__file__).resolve().parents[2]
_VALUE = re.compile(
    r"""(?x) \d{4} (?: -\d{2} (?: -\d{2} )?         # a year, a month, a day
                   | -W\d{2} (?: -WE )?             # a week, its weekend
                   | -Q[1-4] | -H[12] | -(?:SP|SU|FA|WI) )?
             (?: T(?: MO|MI|AF|EV|NI|DT | \d{2}(?: :\d{2} (?: :\d{2} )? )? (?:Z|[+-]\d{2}:\d{2})? ) )?"""
)
"""A date or time as the format has it; a decade or century is its first digits."""
_DECADE = re.compile(r"\d{2,3}")

SPANS = {"span", "speaker_span", "cue", "content", "trigger", "evidence"}
MANY = {"more"}
"""The fields that hold a span, and those that hold several."""

WORDS = [
    "Iran", "the president", "Mr. Smith", "Reuters", "state TV", "rebels", "they", "he", "said", "told", "that", "who",
    "attacked", "met with", "condemned", "the attack", "talks", "will", "not", "on Monday", "yesterday", "in 2017",
    "July 23", "in Tehran", "according to", "and", "of", ",", ".", "?", ":", "—", "...", "(", ")",
]  # fmt: skip
MARKS = ['"', "'", "“", "”", "‘", "’", "«", "»", "„", "``", "''", "’’", "\n", "\n\n", "\t", "\r\n", "\0", "\u00a0", " "]
news = st.lists(st.sampled_from(WORDS + MARKS + [" "] * 20), max_size=80).map(" ".join)
glued = st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map("".join)
unicode = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
blank = st.text(st.sampled_from(" \t\n\r\u00a0\u2028\u3000\ufeff\0"), max_size=20)
anything = st.one_of(news, glued, unicode, blank, st.lists(st.one_of(news, unicode), max_size=3).map("\n".join))


def read(text: str) -> Reading:
    """Read a report of this text."""
    return ranke.read(Report(id="r1", date="2019-07-23", text=text))


def spans(part: BaseModel) -> Iterator[tuple[int, int]]:
    """Yield every span of a reading, wherever it stands."""
    for name, value in part:
        for one in value if isinstance(value, tuple) and name not in SPANS else (value,):
            if isinstance(one, BaseModel):
                yield from spans(one)
            elif name in SPANS | MANY and one is not None:
                yield one


def complaints(reading: Reading, text: str) -> list[str]:
    """Return what in a reading breaks the contract."""
    actors = [one.id for one in reading.actors]
    ids = [*actors, *(one.id for one in reading.events), *(one.id for one in reading.statements)]
    named = {one for event in reading.events for one in (*event.sources, *event.targets, *event.attribution)}
    named |= {one for said in reading.statements for one in (said.speaker, said.addressee, *said.attribution) if one}
    named |= {stance.holder for stance in reading.stances}
    values = [one.value for one in reading.times]
    values += [one.date.value for one in (*reading.events, *reading.statements)]
    told = {one for said in reading.statements for one in said.events}
    found = [f"span {span}" for span in spans(reading) if not 0 <= span[0] <= span[1] <= len(text)]
    found += [f"id {one} twice" for one in ids if ids.count(one) > 1]
    found += [f"no actor {one}" for one in sorted(named - set(actors))]
    found += [f"no event {one}" for one in sorted(told - {event.id for event in reading.events})]
    found += [f"value {value}" for value in values if value is not None and not _is_value(value)]
    found += [f"event {one.id} without a side" for one in reading.events if not one.sources and not one.targets]
    found += [f"stance to nothing by {one.holder}" for one in reading.stances if not one.target.strip()]
    found += [f"actor {one.id} without a name" for one in reading.actors if not one.name.strip()]
    return found


def _is_value(value: str) -> bool:
    return all(_VALUE.fullmatch(one) or _DECADE.fullmatch(one) for one in value.split("/", 1))


@given(anything)
@example("")
@example(" \n\t ")
@example("“Iran,” he said, “attacked ‘the rebels' on Monday,\n\n“they said.")
@example('" ' * 300)
@example("a rocket attackthat“'s\t)the 31st of June")
@example("\U0001f600 said \U0001d518 attacked \U0001f1ee\U0001f1f7")
@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_text_gives_a_valid_reading(text: str) -> None:
    """Every span lies in the text, every reference is resolved, ids are unique, and dates are as in the format."""
    reading = read(text)
    assert complaints(reading, text) == []
    assert reading.document.characters == len(text)
    assert Reading.model_validate_json(reading.model_dump_json()) == reading


@given(news)
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_same_report_gives_the_same_bytes(text: str) -> None:
    """A report read twice is read alike, to the byte."""
    assert read(text).model_dump_json() == read(text).model_dump_json()


ENDLESS = "the rebels attacked the town and the army of Iran met the envoy while she said they would talk on Monday "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENDLESS * 1000, id="no full stop"),
        pytest.param("Iran said that " * 3000, id="said that said that"),
        pytest.param("Iran, " * 5000, id="a list"),
        pytest.param('"' * 3000, id="marks"),
        pytest.param("“ " * 3000, id="marks apart"),
        pytest.param('"yes" ' * 1500, id="small quotations"),
        pytest.param("'s" * 10_000, id="one word"),
    ],
)
def test_no_text_takes_for_ever(text: str) -> None:
    """A long text without an end to its sentence or its quotations is read in seconds, and validly."""
    read("Iran met Iraq.")
    start = time.perf_counter()
    reading = read(text)
    assert time.perf_counter() - start < 30
    assert complaints(reading, text) == []


def test_the_order_of_sets_makes_no_difference() -> None:
    """Two processes whose hashes differ write the same bytes."""
    command = [sys.executable, "-m", "ranke", "read", "--json", "examples"]
    one, other = (
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "2")
    )
    assert one.stdout
    assert one.stdout == other.stdout
