"""The actors of a report: kind, country, sector, names, roles and heads."""

import pytest

from ranke.model import Place
from ranke.reading.actors.cast import cast_actors
from ranke.reading.parser import parse
from ranke.reading.parts import ActorPart


def actors(text: str, places: tuple[Place, ...] = ()) -> dict[str, ActorPart]:
    """Return the actors of a text by name."""
    return {actor.name: actor for actor in cast_actors(parse(text), places).actors.values()}


CASES = [
    ("Chad fell. Chad rose. In Peru, trade minister Jon Berg denied it.", "Jon Berg", "person", "PER", "GOV"),
    ("The Kazakh authorities arrested a poet.", "Kazakhstan", "country", "KAZ", "GOV"),
    ("The Kazakh health authorities closed a well.", "Kazakh health authorities", "group", "KAZ", "GOV"),
    ("The European Union met. Brussels threatened sanctions.", "European Union", "organization", "IGO", "IGO"),
    ("The European Union met. Brussels and Belgium agreed.", "Belgium", "country", "BEL", "GOV"),
    ("The opposition Unity Movement condemned Peru.", "Unity Movement", "organization", "PER", "PTY"),
    ("The Chad Socialist Party met in Peru.", "Chad Socialist Party", "organization", "TCD", "PTY"),
    ("Kenya received a Chilean delegation led by Ada Novak.", "Ada Novak", "person", "CHL", "CVL"),
    ("Peru accused Chad, whose diplomats had left.", "whose diplomats", "group", "TCD", "GOV"),
    (
        "Fighters of al-Qaeda in the Islamic Maghreb fled.",
        "al-Qaeda in the Islamic Maghreb",
        "organization",
        "DZA",
        "REB",
    ),
    ("The Delta Unity Party (DUP) met in Fiji. The DUP left.", "Delta Unity Party", "organization", "FJI", "PTY"),
    ("The Democratic Unionists Party (DUP) met in Fiji.", "Democratic Unionists Party", "organization", "GBR", "PTY"),
    ("Commonwealth observer Dame Rosa Vidal praised the vote.", "Rosa Vidal", "person", "IGO", "NGO"),
    ("The senator from Vermont Rosa Vidal criticised the deal.", "Rosa Vidal", "person", None, "LEG"),
    ("Deputy minister for water resources Olu Bello left.", "Olu Bello", "person", None, "GOV"),
    ("Turkish troops crossed the border.", "Turkish troops", "group", "TUR", "MIL"),
    ("US officials praised the deal.", "US officials", "group", "USA", "GOV"),
    ("The Iranian Foreign Ministry denied it.", "Iranian Foreign Ministry", "organization", "IRN", "GOV"),
    ("Chilean senator Rosa Vidal voted no.", "Rosa Vidal", "person", "CHL", "LEG"),
    ("Gunmen in Mali killed at least 12 people.", "12 people", "group", "MLI", "CVL"),
    ("Iraqi National Security Advisor Hadi al-Jabri met envoys.", "Iraq", "country", "IRQ", "GOV"),
    ("Fog fell on Odesa, regional governor Oleh Kravets wrote.", "Oleh Kravets", "person", None, "GOV"),
    ("LIMA, July 3 (AFP) - Peru lost two soldiers.", "two soldiers", "group", "PER", "MIL"),
    ("Kenya and Kenya's army wept. Mali will pay, premier Jon Berg said in Mali.", "Jon Berg", "person", "MLI", "GOV"),
    ("Kenya and Kenya's army wept. They will pay, premier Jon Berg said in Mali.", "Jon Berg", "person", "KEN", "GOV"),
    ("Omar Said, a spokesman for Hamas, spoke.", "Omar Said", "person", "PSE", "PTY"),
    ("The president of the Kenyan Football Federation, Ann Otieno, resigned.", "Ann Otieno", "person", "KEN", "NGO"),
    ("Turkey-backed Syrian rebels took the town.", "Turkey-backed Syrian rebels", "group", "SYR", "REB"),
    ("The United Nations condemned the raid.", "United Nations", "organization", "IGO", "IGO"),
    ("Director-General Ann Otieno of UNESCO spoke.", "Ann Otieno", "person", "IGO", "IGO"),
    ("Poland waited. The leader of Polish bishops, Pope Karol Bera, spoke.", "Karol Bera", "person", "VAT", "REL"),
    ("Police in Norway arrested Jan Kos.", "Jan Kos", "person", "NOR", "CRM"),
    ("Peru waited. Several Arab states left.", "Several Arab states", "group", None, "GOV"),
    ("Peru waited. Many countries did not attend.", "Many countries", "group", None, "GOV"),
    ("Peru waited. The plots of foreigners failed, Peru said.", "foreigners", "group", None, "CVL"),
    ("Peru waited. The raid killed Muslims.", "Muslims", "group", None, "CVL"),
    ("Peru waited. European diplomats left.", "European diplomats", "group", None, "GOV"),
    ("Peru waited. The enemies of Peru left.", "enemies", "group", None, "CVL"),
    ("Peru waited. The attackers fled.", "attackers", "group", None, "CRM"),
    ("Peru waited. Local priests prayed.", "Local priests", "group", "PER", "REL"),
    ("Peru waited. Catholic bishops prayed.", "Catholic bishops", "group", None, "REL"),
    ("Peru waited. Islamic State followers fled.", "Islamic State followers", "group", None, "REB"),
    ("The Chilean Nurses' Association thanked Peru.", "Chilean Nurses' Association", "organization", "CHL", "NGO"),
    ("The guerrillas freed two Spanish botanists.", "two Spanish botanists", "group", "ESP", "EDU"),
    ("Peru waited. Protesters burned tyres.", "Protesters", "group", "PER", "CVL"),
    ("Protesters in Peru burned tyres.", "Protesters", "group", "PER", "CVL"),
    ("Reuters reported the raid.", "Reuters", "media", "GBR", "MED"),
    ("France's Emmanuel Macron left.", "Emmanuel Macron", "person", "FRA", "GOV"),
    ("The US sent aid. The Senate of Chile approved it.", "Senate", "organization", "CHL", "LEG"),
    ("Peru waits. Peru has no budget. US aid came. The Senate met.", "Senate", "organization", "PER", "LEG"),
    ("The Libyan House of Representatives met in Greece.", "House of Representatives", "organization", "LBY", "LEG"),
    ("The UN special envoy for Syria, Jan Berg, spoke.", "Jan Berg", "person", "IGO", "IGO"),
    ("Hamas officials in Gaza denied it.", "Hamas officials", "group", "PSE", "PTY"),
    ("Student leaders in Peru marched.", "Student leaders", "group", "PER", "EDU"),
    ("Secretary of Justice Ana Bell of Peru resigned.", "Ana Bell", "person", "PER", "GOV"),
    ("Chief Superintendent Graciano Ode of the police in Peru spoke.", "Graciano Ode", "person", "PER", "COP"),
    ("Jon Berg, a commander of the Taliban, died.", "Jon Berg", "person", "AFG", "REB"),
    ("The US Senate met. Republican members voted no.", "Republican members", "group", "USA", "LEG"),
    ("Ex-Prime Minister Jon Berg, the head of the European Council, left.", "Jon Berg", "person", "IGO", "IGO"),
    ("Arnel dela Cruz of Peru spoke.", "Arnel dela Cruz", "person", "PER", "CVL"),
    ("The River Rights Fund sued Peru.", "River Rights Fund", "organization", "PER", "NGO"),
    ("President of Ukraine Volodymyr Danko said no.", "Volodymyr Danko", "person", "UKR", "GOV"),
    ("Nikki Harding of the UK's National Crime Agency spoke.", "Nikki Harding", "person", "GBR", "COP"),
    ("The Pacific Rights Fund's Ada Novak condemned the law.", "Ada Novak", "person", None, "NGO"),
    ("MP (Member of Parliament) Tom Wadsworth condemned the deal.", "Tom Wadsworth", "person", None, "LEG"),
    ("Two Democratic Representatives, Colin Berg and Jeff Ode, voted no.", "Colin Berg", "person", None, "LEG"),
    ("Polish leader Jan Kos of the conservative Justice Party left.", "Jan Kos", "person", "POL", "PTY"),
    ("United States Attorney Ida Lowe accused the site.", "Ida Lowe", "person", "USA", "JUD"),
    ("Police arrested Jan Kos, brother of a singer.", "Jan Kos", "person", None, "CRM"),
    ("Police arrested suspected users.", "suspected users", "group", None, "CRM"),
    ("The followers of the Taliban fled.", "followers", "group", "AFG", "REB"),
    ("The representatives of Chile met the envoys.", "representatives", "group", "CHL", "GOV"),
]


@pytest.mark.parametrize(("text", "name", "kind", "country", "sector"), CASES)
def test_an_actor_is_known_by_its_words(text: str, name: str, kind: str, country: str, sector: str) -> None:
    """Kind, country and sector follow from titles, bodies, tables and the report's own country."""
    actor = actors(text)[name]
    assert (actor.kind, actor.country, actor.sector) == (kind, country, sector)


def test_a_country_its_capital_and_its_government_are_one_actor() -> None:
    """One actor of kind country, under the country's usual name."""
    found = actors("Tehran protested. Iran said the Iranian government was ready.")
    assert [actor.name for actor in found.values() if actor.kind == "country"] == ["Iran"]
    assert {"Tehran", "Iran"} <= set(found["Iran"].aliases)


def test_the_full_name_is_the_name_and_short_forms_are_aliases() -> None:
    """Titles before names are kept as forms, pronouns are none."""
    actor = actors("Chilean senator Rosa Vidal spoke. Vidal said she would resign.")["Rosa Vidal"]
    assert "Vidal" in actor.aliases
    assert "she" not in actor.aliases


def test_a_title_is_a_role_with_its_organisation() -> None:
    """A role names the title as it stands and the body it is held in."""
    role = actors("Omar Said, deputy leader of Hamas, arrived.")["Omar Said"].roles[0]
    assert (role.title, role.organization) == ("deputy leader of Hamas", "Hamas")


def test_a_place_tells_the_country_of_a_town_s_officials() -> None:
    """What the places step knows of a city is the country of those who act for it."""
    text = "Springfield police arrested three men in Springfield."
    place = Place(span=(0, 11), name="Springfield", country="USA")
    assert actors(text, (place,))["Springfield police"].country == "USA"


def test_every_word_of_a_name_leads_to_its_actor() -> None:
    """Whichever word the grammar takes for the head, the actor is found."""
    doc = parse("Rosa Vidal spoke.")
    cast = cast_actors(doc, ())
    assert cast.of(doc[0]) == cast.of(doc[1]) != ()


def test_a_measure_means_whom_it_measures() -> None:
    """The head of "hundreds of protesters" is the protesters."""
    doc = parse("A number of protesters were hurt, and soldiers who fled were jailed.")
    cast = cast_actors(doc, ())
    words = {token.text: token for token in doc}
    assert cast.of(words["number"]) == cast.of(words["protesters"]) != ()
    assert cast.of(words["who"]) == cast.of(words["soldiers"]) != ()


def test_where_something_happens_nobody_acts() -> None:
    """A place after "in" is no argument of an event."""
    doc = parse("Talks resumed in Qatar.")
    assert cast_actors(doc, ()).of(doc[3]) == ()


def test_the_same_text_gives_the_same_cast() -> None:
    """Nothing depends on the order of sets or on an earlier report."""
    text = "Iran and Oman held talks. Both sides praised the US. Maria Lopez, the envoy, said she was pleased."
    first, second = (cast_actors(parse(text), ()) for _ in range(2))
    assert first.heads == second.heads
    assert [repr(actor) for actor in first.actors.values()] == [repr(actor) for actor in second.actors.values()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dozens of people were killed in Peru.", "Dozens"),
        ("Ministers from Peru criticised Brexit.", "Brexit"),
        ("Troops from Peru left on a mission.", "mission"),
        ("Ministers said that then foreign powers should leave.", "then foreign powers"),
    ],
)
def test_what_only_counts_or_names_a_thing_is_no_actor(text: str, name: str) -> None:
    """A number, an event, an undertaking and an adverb before a noun are no actors and no part of their names."""
    found = {one.lower() for actor in actors(text).values() for one in (actor.name, *actor.aliases)}
    assert found
    assert name.lower() not in found


def test_a_foe_by_its_adjective_is_the_state() -> None:
    """What its foes call "the Chilean enemy" is Chile and no person beside it."""
    assert sorted(actors("Peru fears the Chilean enemy.")) == ["Chile", "Peru"]


def test_a_state_of_emergency_is_no_country() -> None:
    """The state that a condition is of is nobody; the country itself is still found."""
    cast = cast_actors(doc := parse("Chile sued over the state of emergency."), ())
    assert [cast.of(token) for token in doc if token.text == "state"] == [()]
    assert "Chile" in {actor.name for actor in cast.actors.values()}


def test_a_province_s_court_is_not_the_state_s() -> None:
    """A court of a name that many bear is another one where a province stands before it."""
    found = actors("The Ohio Supreme Court ruled on it. The United States Supreme Court overturned the ruling.")
    assert {"Ohio Supreme Court", "United States Supreme Court"} <= set(found)


def test_who_is_only_the_object_of_an_infinitive_is_nobody() -> None:
    """A pledge to protect anybody names no one; those who are definite or act elsewhere are somebody."""
    assert _found("Peru vowed to protect citizens.", "citizens") == 0
    assert _found("Peru vowed to protect the citizens.", "citizens") == 1
    assert _found("Peru protected citizens.", "citizens") == 1


def _found(text: str, word: str) -> int:
    cast = cast_actors(doc := parse(text), ())
    return sum(len(cast.of(token)) for token in doc if token.text == word)


def test_a_title_set_off_after_one_name_is_not_the_next_one_s() -> None:
    """Between two commas a title is said of the person before it."""
    found = actors("In a meeting with Jo Hill, the deputy leader, Defence Minister Ada Novak spoke.")
    assert [role.title for role in found["Ada Novak"].roles] == ["Defence Minister"]
    assert "deputy leader" in [role.title for role in found["Jo Hill"].roles]
