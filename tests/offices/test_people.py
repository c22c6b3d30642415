import pytest

from ranke.offices.people import by_surname, find_person
from ranke.offices.tenures import FIELDS, Offices, read_tenures

TABLE = [
    ",".join(FIELDS),
    "president,NOR,2010-01-01,2012-01-01,Solveig Marie Havn,Solveig Havn (politician),day",
    "president,NOR,2012-01-01,2014-01-01,Leif Dahl Jr.,,day",
    "president,NOR,2014-01-01,2016-01-01,Karim al-Sayyad,,day",
]
OFFICES = Offices(read_tenures("\n".join(TABLE), "t.csv"))


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Solveig Marie Havn", "Solveig Havn (politician)"),
        ("Solveig Havn", "Solveig Havn (politician)"),
        ("Solveig M. Havn", "Solveig Havn (politician)"),
        ("Kareem Al Sayyad", "Karim al-Sayyad"),
        ("Leif Dahl Jr.", "Leif Dahl Jr."),
        ("Leif Dahl", None),
        ("Ingrid Havn", None),
        ("Havn", None),
    ],
)
def test_first_name_and_surname_have_to_agree(name: str, person: str | None) -> None:
    """Middle names, initials and spelling may differ; another first name, or a son's number, is another person."""
    found = find_person(name, OFFICES)
    assert (found.name if found else None) == person


def test_a_surname_alone_means_only_who_is_best_known_by_it() -> None:
    """The table of people says whose surname is enough."""
    merkel = by_surname("Merkel")
    assert merkel is not None
    assert (merkel.country, merkel.sector) == ("DEU", "GOV")
    assert by_surname("Havn") is None
