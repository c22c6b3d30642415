"""Roundabout sides: where somebody is held, who is offered something, and towns that only tell where."""

import pytest

import ranke
from ranke.model import Report


def told(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return type, sources and targets by name of the events of a text."""
    reading = ranke.read(Report(id="x", date="2020-03-04", text=text))
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        (event.type, tuple(names[one] for one in event.sources), tuple(names[one] for one in event.targets))
        for event in reading.events
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The editor is in prison in Eritrea.", ("COERCE", ("Eritrea",), ("editor",))),
        ("Three activists are under arrest in Belarus.", ("COERCE", ("Belarus",), ("Three activists",))),
        ("The party is banned in Turkey.", ("COERCE", ("Turkey",), ("party",))),
        ("The rebels were offered an amnesty by Chad.", ("CONCEDE", ("Chad",), ("rebels",))),
        ("Pavel Adler, mayor of Oslo, was stabbed.", ("ASSAULT", (), ("Pavel Adler",))),
        ("A Kabul car bombing killed three soldiers.", ("ASSAULT", (), ("three soldiers",))),
        ("Chile shut its embassy in Oman.", ("SANCTION", ("Chile",), ("Oman",))),
        ("Fiji has been suspended from the Commonwealth.", ("SANCTION", ("Commonwealth",), ("Fiji",))),
        ("Chile scoffed at Peruvian claims to the reef.", ("REJECT", ("Chile",), ("Peru",))),
        ("Chile pointed the finger at Peru over the raid.", ("ACCUSE", ("Chile",), ("Peru",))),
        ("Chile appealed for Peruvian help.", ("REQUEST", ("Chile",), ("Peru",))),
        ("Chile's demand that Peru return the ships was made in a letter.", ("REQUEST", ("Chile",), ("Peru",))),
    ],
)
def test_sides_off_the_clause(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    """Who holds, offers, hosts or shuts out somebody is found, and whose the thing is that is attacked or asked for."""
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Fighting broke out between soldiers and rebels.", ("ASSAULT", ("soldiers",), ("rebels",))),
        ("Clashes were reported between soldiers and rebels.", ("ASSAULT", ("soldiers",), ("rebels",))),
        ("A soldier was killed in a gunfight with smugglers.", ("ASSAULT", ("smugglers",), ("soldier",))),
        ("Twelve rebels died in a firefight with soldiers.", ("ASSAULT", ("soldiers",), ("Twelve rebels",))),
        ("The hostages were freed in a raid by soldiers.", ("RETREAT", ("soldiers",), ("hostages",))),
        ("The hostages were let go by the rebels.", ("RETREAT", ("rebels",), ("hostages",))),
        ("Guards were fired upon by rebels.", ("ASSAULT", ("rebels",), ("Guards",))),
        ("Gunmen stormed the offices of the Unity Party.", ("ASSAULT", ("Gunmen",), ("Unity Party",))),
        ("Gunmen opened fire on a bus carrying Coptic pilgrims.", ("ASSAULT", ("Gunmen",), ("Coptic pilgrims",))),
        ("Chad launched a series of raids on the rebels.", ("ASSAULT", ("Chad",), ("rebels",))),
        ("Chad and Sudan held another round of talks.", ("CONSULT", ("Chad",), ("Sudan",))),
        ("Chad and Sudan shelled each other.", ("ASSAULT", ("Chad",), ("Sudan",))),
        ("Turkish troops were sent to Libya.", ("MOBILIZE", ("Turkish troops",), ("Libya",))),
        ("A Belgian nun held hostage by rebels was freed by soldiers.", ("RETREAT", ("soldiers",), ("Belgian nun",))),
    ],
)
def test_sides_of_force(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    """Who uses force and who suffers it is told by a verb of happening, an operation, an owner, a load, a passive."""
    assert event in told(text)


def test_a_foiled_plot_is_of_others() -> None:
    """Who foils a plot or condemns a plan does not do what was planned."""
    plot = told("Police foiled a plot to blow up the Norwegian parliament.")
    assert all("Police" not in sources for _, sources, _ in plot)
    assert not any(
        "Chad" in sources for kind, sources, _ in told("Chad condemned plans to shell Sudan.") if kind == "ASSAULT"
    )
