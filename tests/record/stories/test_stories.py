import random
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ranke.model import Actor, Document, Event, EventPlace, Mention, Reading
from ranke.record.stories.stories import (
    DAYS,
    KEYS,
    LIKE,
    MOST,
    Telling,
    enough,
    followed,
    is_near,
    keys,
    likeness,
    rank,
    telling,
    title,
)  # fmt: skip

FERRY = (
    "The ferry Princess Ashika sank off Tonga with 86 people; divers of New Zealand searched the wreck near Ha'afeva."
)
FERRY_LATER = "Divers found the wreck of the ferry Princess Ashika off Ha'afeva; Tonga mourned, and an inquiry began."
FERRY_LAST = (
    "An inquiry into the sinking of the Princess Ashika blamed the owners of the ferry, rust and the port of Tonga."
)
COUP = "Soldiers in Niamey detained the president of Niger after a quarrel over his term, and closed the borders."
MEASLES = (
    "Samoa closed its schools after measles killed children in Apia; nurses went from house to house to vaccinate."
)


def reading(report: str, day: str, *, actors: tuple[Actor, ...] = (), events: tuple[Event, ...] = ()) -> Reading:
    """A reading of a report of no title."""
    return Reading(document=Document(id=report, date=day, characters=500), actors=actors, events=events)


def told(report: str, day: str, text: str) -> Telling:
    """What a report tells whose reading found nothing."""
    return telling(reading(report, day), text)


def actor(one: str, name: str, kind: str, *, country: str | None = None, times: int = 1) -> Actor:
    """An actor named so many times."""
    mentions = tuple(Mention(span=(10 * i, 10 * i + len(name)), form="name") for i in range(times))
    return Actor.model_validate({"id": one, "name": name, "kind": kind, "country": country, "mentions": mentions})


def meeting(*sides: str, place: str | None = None, core: bool = True) -> Event:
    """A meeting of some actors."""
    where = EventPlace(name=place) if place else None
    return Event(
        id="e" + "".join(sides), type="CONSULT", quad=1, sources=sides, trigger=(0, 3), evidence=(0, 9), core=core,
        rule="made.up", place=where,
    )  # fmt: skip


def test_a_report_follows_the_earlier_one_on_its_matter() -> None:
    """Of several earlier reports the one that tells the same matter is followed, whatever their order."""
    earlier = [told("a", "2021-05-03", FERRY), told("b", "2021-05-04", COUP), told("c", "2021-05-05", MEASLES)]
    assert followed(told("d", "2021-05-08", FERRY_LATER), earlier) == "a"
    assert followed(told("d", "2021-05-08", FERRY_LATER), earlier[1:]) is None


def test_a_story_is_a_chain_of_follows() -> None:
    """A late report follows the one before it rather than the first, if it is more like it or as like and nearer."""
    first, second = told("a", "2021-05-03", FERRY), told("b", "2021-05-08", FERRY_LATER)
    last = told("c", "2021-05-30", FERRY_LAST)
    assert followed(last, [first, second]) == "b"
    assert followed(last, [first]) == "a"


def test_only_earlier_reports_are_followed() -> None:
    """A report follows none of later days; on one day the order of ids decides, so that two never follow each other."""
    one, other = told("a", "2021-05-03", FERRY), told("b", "2021-05-03", FERRY_LATER)
    assert is_near(other, one)
    assert not is_near(one, other)
    assert not is_near(one, one)
    assert not is_near(one, told("0", "2021-05-04", FERRY))


def test_likeness_fades_with_the_days_and_ends() -> None:
    """The same words months later are less alike, and after the last day of a story they begin a new one."""
    start = date(2021, 1, 1)
    late = [told(f"r{gap}", (start + timedelta(days=gap)).isoformat(), FERRY) for gap in (0, 10, DAYS, DAYS + 1)]
    likes = [likeness(late[0], one) for one in late]
    assert likes == sorted(likes, reverse=True)
    assert likes[0] > likes[1] > likes[2] > 0
    assert is_near(late[2], late[0])
    assert not is_near(late[3], late[0])


def test_where_many_are_near_a_report_follows_only_what_is_more_like_it() -> None:
    """One likeness makes a follow where little else is near, and none where it is the best of hundreds by chance."""
    words = [(f"w:{word}", 0.3) for word in ("ashika", "haafeva", "tongatapu")]
    first, second = Telling("a", "2021-05-03", tuple(words)), Telling("b", "2021-05-08", tuple(words))
    like = likeness(second, first)
    assert enough(1) == LIKE < like < enough(10_000) == MOST
    assert rank(second, first, 1) == (like, first.day, first.report)
    assert rank(second, first, 10_000) is None
    assert [enough(2**n) for n in range(20)] == sorted(enough(2**n) for n in range(20))


def test_equals_are_decided_by_the_latest_day_and_then_the_id() -> None:
    """Between two reports as like and as near the later id is followed."""
    new = told("z", "2021-05-08", FERRY)
    same = [told(one, "2021-05-03", FERRY_LATER) for one in "bca"]
    assert followed(new, same) == "c"


def test_what_acts_counts_more_than_what_is_named() -> None:
    """Two reports are more alike for a name that their events are about than for one mentioned in passing."""
    text = "Ana Tupou spoke of copper, orchards, lanterns, velvet and thunder."
    other = "Ana Tupou spoke of walnuts, saddles, ribbons, pebbles and meadows."
    person = actor("a1", "Ana Tupou", "person")
    plain = [telling(reading(one, "2021-05-03", actors=(person,)), words) for one, words in (("a", text), ("b", other))]
    acting = [
        telling(reading(one, "2021-05-03", actors=(person,), events=(meeting("a1"),)), words)
        for one, words in (("a", text), ("b", other))
    ]
    assert likeness(*acting) > likeness(*plain)


def test_a_reading_without_its_text_is_told_by_its_names() -> None:
    """Readings filed without texts still find each other by actors and places."""
    cast = (actor("a1", "Ana Tupou", "person", times=3), actor("a2", "Haveluloto Shipping", "organization", times=2))
    events = (meeting("a1", "a2", place="Neiafu"),)
    one, other = (telling(reading(report, "2021-05-03", actors=cast, events=events), None) for report in "ab")
    stranger = telling(reading("c", "2021-05-03", actors=(actor("a1", "Ibrahim Sani", "person"),)), None)
    assert followed(other, [one, stranger]) == "a"


def test_one_name_alone_makes_no_story() -> None:
    """Two readings that share nothing but one name tell of two matters."""
    one, other = (
        telling(reading(report, "2021-05-03", actors=(actor("a", "Tupou", "person"),)), None) for report in "ab"
    )
    assert likeness(one, other) == 0
    assert followed(other, [one]) is None


def test_keys_are_few_and_telling() -> None:
    """Keys find the reports of one matter and none that only shares the words of any news."""
    one, later, coup = (told("r", "2021-05-03", text) for text in (FERRY, FERRY_LATER, COUP))
    assert 0 < len(keys(one)) <= KEYS
    assert len(set(keys(one)) & set(keys(later))) >= 2
    assert not set(keys(one)) & set(keys(coup))
    assert not {"w:president", "w:kil", "w:presid"} & set(keys(coup))


def test_a_telling_comes_back_from_its_line() -> None:
    """A telling is read back as it was written."""
    cast = (actor("a1", "Ana “T” Tupou", "person"), actor("a2", "Tonga", "country", country="TON"))
    one = telling(reading("r-1", "2021-05-03", actors=cast, events=(meeting("a1", "a2", place="Neiafu"),)), FERRY)
    assert Telling.load(one.dump()) == one
    assert one.names
    assert one.places


def test_a_title_names_who_where_and_when() -> None:
    """The names that most of the reports are about, the place, and the months from first to last."""
    cast = (
        actor("a1", "Ana Tupou", "person", times=4),
        actor("a2", "Haveluloto Shipping", "organization", times=2),
        actor("a3", "China", "country", country="CHN"),
    )
    events = (meeting("a1", "a2", place="Neiafu"),)
    parts = [telling(reading(day, day, actors=cast, events=events), FERRY) for day in ("2020-12-30", "2021-01-04")]
    assert title(parts) == "Ana Tupou, Haveluloto Shipping: Neiafu, December 2020–January 2021"
    assert title(parts[1:]) == "Ana Tupou, Haveluloto Shipping: Neiafu, January 2021"


def test_a_story_without_names_is_called_by_its_days() -> None:
    """A story always has a title."""
    assert title([told("a", "2021-05-03", FERRY), told("b", "2021-07-03", COUP)]) == "May–July 2021"
    assert title([]) == ""


def tellings() -> list[Telling]:
    """Reports on three matters over a month."""
    texts = (FERRY, COUP, MEASLES, FERRY_LATER, FERRY_LAST, FERRY)
    return [told(f"r{place}", f"2021-05-{3 + 4 * (place // 2):02}", text) for place, text in enumerate(texts)]


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_reports_makes_no_difference(chance: random.Random) -> None:
    """Shuffled reports follow the same and have the same title."""
    plain = tellings()
    shuffled = chance.sample(plain, len(plain))
    assert {one.report: followed(one, shuffled) for one in shuffled} == {
        one.report: followed(one, plain) for one in plain
    }
    assert title(shuffled) == title(plain)
    assert all(likeness(a, b) == likeness(b, a) for a, b in combinations(plain, 2))


@given(st.text(max_size=400))
def test_any_text_tells_something_or_nothing(text: str) -> None:
    """Odd text never raises, and a telling's features have unit length or are none."""
    one = told("a", "2021-05-03", text)
    assert Telling.load(one.dump()) == one
    assert not one.features or abs(sum(value * value for _, value in one.features) - 1) < 0.01
