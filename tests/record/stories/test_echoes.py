import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ranke.record.stories.echoes import DAYS, KEPT, Sketch, keys, linked, partition, resemblance, sketch

WORDS = (
    "harbour",
    "lantern",
    "copper",
    "meadow",
    "sailor",
    "thunder",
    "velvet",
    "walnut",
    "orchard",
    "pebble",
    "ribbon",
)


def dice(seed: int) -> random.Random:
    """Chance that comes out the same for the same seed."""
    return random.Random(seed)  # noqa: S311  no secret hangs on it


def prose(seed: int, words: int = 300) -> list[str]:
    """Words of a made-up text; texts of two seeds share their vocabulary and hardly any run."""
    chance = dice(seed)
    return [chance.choice(WORDS) + chance.choice(("", "s", "ed", "ing")) for _ in range(words)]


def node(report: str, words: list[str], day: str = "2021-05-03") -> Sketch:
    """The sketch of a text."""
    values = sketch(" ".join(words))
    assert values is not None
    return Sketch(report, day, values)


def edited(words: list[str], chance: random.Random) -> list[str]:
    """A text in which one word in forty is replaced, as an editor does."""
    places = set(chance.sample(range(len(words)), len(words) // 40))
    return [chance.choice(WORDS) + "x" if place in places else word for place, word in enumerate(words)]


@given(st.integers(0, 10**6), st.integers(80, 600))
@settings(max_examples=40, deadline=None)
def test_a_lightly_edited_copy_is_found(seed: int, length: int) -> None:
    """A copy with one word in forty changed is linked, and shares a key with its original."""
    words = prose(seed, length)
    first, copy = node("a", words), node("b", edited(words, dice(seed + 1)))
    assert linked(first, copy)
    assert set(keys(first)) & set(keys(copy))


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_texts_by_different_hands_are_no_echoes(seed: int) -> None:
    """Texts of the same words in other runs, as two reports on one matter, are not linked."""
    first, second = node("a", prose(seed)), node("b", prose(seed + 1))
    assert not linked(first, second)
    assert resemblance(first, second) < 0.1


def test_reports_on_one_matter_are_no_echoes() -> None:
    """Two hands tell one event with the same names and numbers, and share few runs of words."""
    one = """A ferry with 86 people on board sank off the northern coast of Tonga on Tuesday night, and rescuers were
    still searching for 54 of them at dawn, the police said. The Princess Ashika left Nuku'alofa for Ha'afeva when heavy
    waves entered the lower deck. The prime minister promised an inquiry into the age of the vessel."""
    other = """Tonga's prime minister promised an inquiry on Wednesday after the Princess Ashika, an old ferry bound for
    Ha'afeva, went down overnight. Police said that 54 of the 86 people on board were missing. Survivors told how water
    rushed into the deck where women and children slept, and how the ship turned over within minutes."""
    assert not linked(node("a", one.split()), node("b", other.split()))


def test_case_accents_and_punctuation_make_no_difference() -> None:
    """The same words in capitals, with other marks, are the same text."""
    plain = " ".join(prose(3))
    dressed = plain.upper().replace(" ", ", ").replace("E", "É")
    assert sketch(plain) == sketch(dressed)


def test_a_copy_inside_a_longer_article_is_found() -> None:
    """A wire copy that an article takes up whole is an echo, though most of the article is its own."""
    wire = prose(5, 300)
    article = node("b", [*prose(6, 200), *wire, *prose(7, 250)])
    assert linked(node("a", wire), article)
    assert set(keys(node("a", wire))) & set(keys(article))


def test_a_digest_is_no_echo_of_each_of_its_pieces() -> None:
    """A text many times as long as the piece it contains would join pieces that have nothing in common."""
    wire = prose(5, 100)
    assert not linked(node("a", wire), node("b", [*wire, *prose(6, 700)]))


def test_a_likeness_long_after_is_no_echo() -> None:
    """A form text that comes again months later goes back to no common source."""
    words = prose(9)
    assert linked(node("a", words, "2021-05-03"), node("b", words, "2021-05-20"))
    assert not linked(node("a", words, "2021-05-03"), node("b", words, "2021-08-03"))
    assert DAYS < 92


def test_short_texts_have_no_sketch() -> None:
    """A line of thirty words or fewer is like others by its shortness."""
    assert sketch("") is None
    assert sketch(" ".join(prose(1, 25))) is None


def test_a_sketch_is_small_and_comes_back_from_its_line() -> None:
    """However long the text, so many numbers are kept, and they are read back as they were."""
    one = node("r-1 “ü”", prose(2, 5000))
    assert len(one.values) == KEPT
    assert list(one.values) == sorted(one.values)
    assert Sketch.load(one.dump()) == one
    assert 1 <= len(keys(one)) <= 48


def family() -> list[Sketch]:
    """Three copies of one text, two of another and a text alone."""
    chance = dice(4)
    first, second = prose(20), prose(21)
    copies = [node(f"a{i}", edited(first, chance)) for i in range(3)]
    return [*copies, *(node(f"b{i}", edited(second, chance)) for i in range(2)), node("c0", prose(22))]


def names(groups: list[list[Sketch]]) -> list[list[str]]:
    """The reports of each group."""
    return [[one.report for one in group] for group in groups]


def test_copies_of_one_text_are_one_group() -> None:
    """Groups hold the copies of one text, in order."""
    assert names(partition(family())) == [["a0", "a1", "a2"], ["b0", "b1"], ["c0"]]


def test_judgements_are_honoured() -> None:
    """What a person put together is together, what a person kept apart is apart, and apart wins."""
    pair = frozenset({"a0", "a2"})
    kept = names(partition(family(), apart={pair}))
    assert not any(pair <= set(group) for group in kept)
    assert sorted(report for group in kept for report in group) == ["a0", "a1", "a2", "b0", "b1", "c0"]
    joined = names(partition(family(), together={frozenset({"b1", "c0"})}))
    assert joined == [["a0", "a1", "a2"], ["b0", "b1", "c0"]]
    both = names(partition(family(), together={pair}, apart={pair}))
    assert not any(pair <= set(group) for group in both)


def test_apart_holds_through_third_reports() -> None:
    """Two reports kept apart don't come together by way of one that is put together with both."""
    together = {frozenset({"a0", "b0"}), frozenset({"b0", "c0"})}
    groups = names(partition(family(), together=together, apart={frozenset({"a1", "c0"})}))
    assert not any({"a1", "c0"} <= set(group) for group in groups)


@given(st.randoms(use_true_random=False), st.sets(st.sampled_from(list(combinations(range(6), 2))), max_size=3))
@settings(max_examples=60, deadline=None)
def test_the_order_of_reports_makes_no_difference(chance: random.Random, barred: set[tuple[int, int]]) -> None:
    """Shuffled sketches and judgements give the same groups."""
    nodes = family()
    apart = [frozenset(nodes[place].report for place in pair) for pair in sorted(barred)]
    shuffled = chance.sample(nodes, len(nodes))
    assert partition(shuffled, apart=chance.sample(apart, len(apart))) == partition(nodes, apart=apart)
    assert all(linked(a, b) == linked(b, a) for a, b in combinations(nodes, 2))


@given(st.text(max_size=600))
def test_any_text_has_a_sketch_or_none(text: str) -> None:
    """Odd text never raises."""
    values = sketch(text)
    assert values is None or 0 < len(values) <= KEPT
