from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import ranke
from ranke.answers.described import Candidate
from ranke.errors import TableError, UsageError
from ranke.offices.tenures import FIELDS

LINES = [
    ",".join(FIELDS),
    "harbour minister,NOR,2010-01-10,2012-05-01,Kari Lund,,day",
    "harbour minister,NOR,2012-05,2015-03-01,Ole Berg,Ole Berg (politician),month",
    "fishing minister,NOR,2012-05-01,2013-01-01,Kari Lund,,day",
    "leader,Harbour Workers Union,2014-01-01,2016-01-01,Liv Strand,,day",
    "president,PER,2015-01-01,,Ana Quispe,,day",
]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a table of one's own."""
    path = tmp_path / "mine.csv"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return path


def test_an_office_has_its_holder_of_the_day(mine: Path) -> None:
    """Who held it is told with the tenure; the answer can't be changed."""
    told = ranke.who("Norwegian harbour minister", date="2011-07-23", offices=mine)
    assert (told.kind, told.country, told.sector, told.name) == ("person", "NOR", "GOV", "Kari Lund")
    assert (told.office, told.holder, told.since, told.until) == ("harbour minister", "NOR", "2010-01-10", "2012-05-01")
    assert told.sure == "sure"
    with pytest.raises(FrozenInstanceError):
        told.name = "another"  # type: ignore[misc]


def test_near_a_change_the_answer_is_likely_and_the_other_is_told(mine: Path) -> None:
    """In a month of which no day is known the answer says so."""
    told = ranke.who("Norway's harbour minister", date="2012", offices=mine)
    assert (told.name, told.sure) == ("Ole Berg (politician)", "likely")
    assert told.others == (Candidate("Kari Lund", "harbour minister", "NOR", "2010-01-10", "2012-05-01"),)


def test_without_a_date_nobody_is_told_but_all_who_may_be_meant(mine: Path) -> None:
    """Ranke does not know what day it is."""
    told = ranke.who("Norwegian harbour minister", offices=mine)
    assert (told.name, told.sure, [one.name for one in told.others]) == (
        None,
        None,
        ["Ole Berg (politician)", "Kari Lund"],
    )


@pytest.mark.parametrize(
    ("day", "office", "former"),
    [("2011-01-01", "harbour minister", False), ("2012-06-01", "fishing minister", False), ("2020-01-01", None, True)],
)
def test_a_person_has_the_office_of_the_day(mine: Path, day: str, office: str | None, former: bool) -> None:  # noqa: FBT001
    """The same name held one office, then another, then none."""
    told = ranke.who("Kari Lund", date=day, offices=mine)
    assert (told.name, told.country, told.office, told.former) == ("Kari Lund", "NOR", office, former)


def test_the_former_holder_goes_by_name_and_office(mine: Path) -> None:
    """With a name the past tenure is told; without one, those who held the office before, the last one first."""
    told = ranke.who("former harbour minister Kari Lund", date="2020-01-01", offices=mine)
    assert (told.name, told.former, told.until) == ("Kari Lund", True, "2012-05-01")
    told = ranke.who("former Norwegian harbour minister", date="2014-01-01", offices=mine)
    assert (told.name, told.former, [one.name for one in told.others]) == (None, True, ["Kari Lund"])


def test_a_surname_with_its_title_is_enough(mine: Path) -> None:
    """The title and the day tell which bearer is meant; a surname that nobody bears tells nothing."""
    told = ranke.who("President Quispe", date="2016-01-01", offices=mine)
    assert (told.name, told.country, told.sure) == ("Ana Quispe", "PER", "likely")
    assert ranke.who("Quispe", date="2016-01-01", offices=mine).name == "Ana Quispe"
    assert ranke.who("Quispes", date="2016-01-01", offices=mine).kind is None


def test_a_body_has_its_leader_and_no_country_s(mine: Path) -> None:
    """The leader of a body is looked for in the body alone."""
    assert ranke.who("Harbour Workers Union leader", date="2015-01-01", offices=mine).name == "Liv Strand"
    told = ranke.who("leader of the Peruvian Harbour Union", date="2016-01-01", offices=mine)
    assert (told.name, told.country) == (None, "PER")


def test_the_context_tells_the_country_that_the_words_leave_out(mine: Path) -> None:
    """One country near it is taken, two are not."""
    asked = "the harbour minister"
    assert ranke.who(asked, date="2011-01-01", context="talks in Norway", offices=mine).name == "Kari Lund"
    assert ranke.who(asked, date="2011-01-01", context="Norway and Peru", offices=mine).country is None
    assert ranke.who("a dog", context="Norway").country is None


def test_unknown_people_get_what_their_titles_tell_and_nothing_from_the_sound_of_a_name() -> None:
    """A title with a country tells both; a name alone tells nothing."""
    told = ranke.who("Peruvian police chief Ivan Petrenko")
    assert (told.country, told.sector, told.name) == ("PER", "COP", "Ivan Petrenko")
    assert ranke.who("Ivan Petrenko").country is None


def test_an_office_that_is_not_yet_or_no_more_held_has_no_holder(mine: Path) -> None:
    """The next or elected holder is not the one in office."""
    for text in ("next Norwegian harbour minister", "Norwegian harbour minister-designate"):
        assert ranke.who(text, date="2011-01-01", offices=mine).name is None


def test_what_is_wrong_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A date that is none, a table that is not there or is no table."""
    with pytest.raises(UsageError, match="'2019-02-30' is no day"):
        ranke.who("French president", date="2019-02-30")
    with pytest.raises(TableError, match="can't be read"):
        ranke.who("x", offices=tmp_path / "none.csv")
    (tmp_path / "bad.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(TableError, match="no UTF-8"):
        ranke.who("x", offices=[tmp_path / "bad.csv"])
