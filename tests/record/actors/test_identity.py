import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.record.actors.identity import Pairs, Signature, headline, keys, linked, partition, signature
from ranke.record.parts import Appearance


def seen(
    name: str, kind: str = "person", country: str | None = None, sector: str | None = None, **more: object
) -> Appearance:
    """Return an appearance; what is not told takes a default, the report counts on."""
    told = {"report": f"r{next(_REPORTS)}", "id": "a1", "day": "2019-07-23", **more}
    return Appearance(name=name, kind=kind, country=country, sector=sector, **told)


_REPORTS = itertools.count()


def groups(*appearances: Appearance, together: Pairs = frozenset(), apart: Pairs = frozenset()) -> list[list[str]]:
    """Return the names of each actor's appearances, as the record would group them: links, components, partition."""
    nodes: dict[Signature, list[str]] = {}
    for appearance in appearances:
        nodes.setdefault(signature(appearance), []).append(appearance.name)
    clusters = partition(nodes, set(together), set(apart))
    return sorted(sorted(name for node in cluster for name in nodes[node]) for cluster in clusters)


def one(*appearances: Appearance) -> bool:
    """Whether appearances are one actor, found by keys and links as well."""
    nodes = sorted({signature(appearance) for appearance in appearances})
    reached, queue = {nodes[0]}, [nodes[0]]
    while queue:
        node = queue.pop()
        near = [o for o in nodes if o not in reached and linked(node, o) and set(keys(node)) & set(keys(o))]
        reached |= set(near)
        queue += near
    clusters = partition(nodes, set(), set())
    assert len(clusters) > 1 or reached == set(nodes)
    return len(clusters) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (seen("Recep Tayyip Erdoğan", country="TUR"), seen("Turkey's Recep Erdogan", country="TUR")),
        (seen("Mike Pompeo", country="USA", sector="GOV"), seen("Michael Pompeo", country=None)),
        (seen("Qasem Soleimani", country="IRN"), seen("Ghassem Suleimani", country="IRN")),
        (seen("Kharrazi", country="IRN"), seen("Kamal Kharrazi", country="IRN", sector="GOV")),
        (seen("Saleh al-Arouri", country="PSE"), seen("Salih al-Aruri", country="LBN")),
        (seen("Hamas", "organization", "PSE"), seen("Islamic Resistance Movement", "organization", "PSE")),
        (seen("IRNA", "media", "IRN"), seen("Islamic Republic News Agency", "media", None)),
        (seen("ISIS", "organization", "IRQ"), seen("Islamic State", "organization", "SYR")),
        (seen("U.S. House of Representatives", "organization", "USA"), seen("the House", "organization", "USA")),
        (seen("Damascus", "country", "SYR"), seen("the Syrian regime", "country", "SYR")),
        (seen("US troops", "group", "USA"), seen("American forces", "group", "USA", day="2019-08-20")),
        (seen("Hamas delegation", "group", "PSE"), seen("Palestinian delegation", "group", "PSE", day="2019-07-21")),
        (
            seen("Front of Orange Farmers", "organization", "FRA", aliases=("FOF",)),
            seen("FOF", "organization", "FRA"),
        ),
        (
            seen("Jana Holubova", country="CZE", roles=(("health minister", "Czech Republic"),)),
            seen("the Czech health minister", country="CZE", day="2019-11-02"),
        ),
        (
            seen("Recep Tayyip Erdoğan", country="TUR", sector="GOV", roles=(("president", "Turkey"),)),
            seen("leader of Turkey", country="TUR", roles=(("leader", "Turkey"),)),
        ),
        (
            seen("Chairman Kim", country="PRK", roles=(("leader", "Blue Party"),)),
            seen("Kim Yo Han", country="PRK", roles=(("leader", "Blue Party"),)),
        ),
        (
            seen("John Smith", country="USA", sector="LEG", roles=(("mayor", "Springfield"),)),
            seen("John Smith", country="USA", roles=(("mayor", "Springfield"),)),
        ),
    ],
)
def test_one_actor_in_two_reports_is_joined(a: Appearance, b: Appearance) -> None:
    """Spellings, short forms, known aliases and offices of the time lead to one actor."""
    assert one(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (seen("John Smith", country="USA", sector="LEG"), seen("John Smith", country="GBR", sector="LEG")),
        (seen("John Smith", country="USA", sector="LEG"), seen("John Smith", country="USA", sector="MED")),
        (seen("John Smith", country="USA"), seen("John Smith", country="USA", report="x")),
        (seen("Wang Wei", country="CHN", sector="GOV"), seen("Wang Wei", country="CHN")),
        (seen("Wong", country="HKG", sector="EDU"), seen("Joshua Wong", country="HKG", sector="CVL")),
        (seen("Boris Johnson", country="GBR", sector="GOV"), seen("Andrew Johnson", country="USA", sector="GOV")),
        (seen("Johnson", country="GBR", sector="GOV"), seen("Boris Johnson", country="GBR", sector="GOV")),
        (seen("Donald Trump", country="USA"), seen("Donald Tusk", country="POL")),
        (seen("Donald Trump Jr.", country="USA"), seen("Donald Trump", country="USA", sector="GOV")),
        (seen("police", "organization", "USA"), seen("police", "organization", "USA", day="2019-07-24")),
        (seen("Kim Jong Un", country="PRK"), seen("Kim Jong Il", country="PRK")),
        (seen("a senior official", country="USA"), seen("a senior official", country="USA")),
        (seen("spokesman for Hamas", country="PSE"), seen("spokesman for Hamas", country="PSE")),
        (seen("Senate", "organization", "PRI"), seen("Senate", "organization", "USA")),
        (seen("Russian navy", "organization", "RUS"), seen("Russian army", "organization", "RUS")),
        (seen("UN General Assembly", "organization", "IGO"), seen("UN", "organization", "IGO")),
        (seen("Erdogan's office", "organization", "TUR"), seen("Recep Tayyip Erdogan", country="TUR")),
        (seen("the Assad regime", "country", "SYR"), seen("Bashar al-Assad", country="SYR")),
        (seen("protesters", "group", "HKG"), seen("protesters", "group", "SRB")),
        (seen("US troops", "group", "USA"), seen("US troops", "group", "USA", day="2019-10-01")),
        (seen("civilians", "group", "SYR"), seen("civilians", "group", "SYR")),
        (seen("Scotland", "country", "GBR"), seen("United Kingdom", "country", "GBR")),
        (
            seen("Theresa May", country="GBR", roles=(("prime minister", "United Kingdom"),)),
            seen("UK prime minister", country="GBR", day="2023-07-23"),
        ),
    ],
)
def test_two_actors_with_like_names_stay_two(a: Appearance, b: Appearance) -> None:
    """Common names, general bodies, the unnamed and what is far in time are never joined by their words alone."""
    assert not one(a, b)


def test_an_office_that_two_held_in_its_time_joins_neither() -> None:
    """Where two persons are named with an office within half a year, the unnamed holder is not guessed."""
    role = (("health minister", "Czech Republic"),)
    named = [seen(name, country="CZE", sector="GOV", roles=role) for name in ("Jana Holubova", "Petr Vlach")]
    assert groups(*named, seen("the Czech health minister", country="CZE", roles=role)) == [
        ["Jana Holubova"],
        ["Petr Vlach"],
        ["the Czech health minister"],
    ]


def test_a_surname_that_fits_two_joins_neither() -> None:
    """A name alone joins only where one person fits."""
    people = [seen("Kamal Kharrazi", country="IRN"), seen("Sadegh Kharrazi", country="IRN")]
    assert ["Kharrazi"] in groups(*people, seen("Kharrazi", country="IRN"))


def test_a_common_name_is_not_joined_through_a_third() -> None:
    """A bearer of a common name who agrees with two that disagree does not make them one."""
    legislator = seen("John Smith", country="USA", sector="LEG", roles=(("mayor", "Springfield"),))
    merchant = seen("John Smith", country="USA", sector="BUS", roles=(("mayor", "Springfield"),))
    between = seen("John Smith", country="USA", roles=(("mayor", "Springfield"),))
    clusters = partition(map(signature, (legislator, merchant, between)), set(), set())
    assert sorted(map(len, clusters)) == [1, 2]


def test_judgements_are_honoured() -> None:
    """Apart is never joined, together is, and where they collide apart wins."""
    a, b, c = (signature(seen(name, country="CZE")) for name in ("Jana Holubova", "J. Holubova", "Petra Vlasta Nova"))
    tagged = Signature(a.kind, a.names, a.country, tag="x")
    assert partition([a, b], set(), {frozenset((a, b))}) == sorted([[a], [b]])
    assert partition([a, c], {frozenset((a, c))}, set()) == [sorted([a, c])]
    assert partition([a, tagged], set(), {frozenset((a, tagged))}) == sorted([[a], [tagged]])
    assert partition([a, tagged], set(), set()) == [sorted([a, tagged])]
    both = {frozenset((a, c))}
    assert partition([a, c], both, both) == sorted([[a], [c]])


_PLENTY = [
    signature(seen(name, kind, country, sector, day=day, roles=roles))
    for (name, kind), country, sector, day in itertools.product(
        [
            ("Jana Holubova", "person"),
            ("Jana Maria Holubova", "person"),
            ("J. Holubova", "person"),
            ("Holubova", "person"),
            ("John Smith", "person"),
            ("health minister", "person"),
            ("Blue Front", "organization"),
            ("Senate", "organization"),
            ("troops", "group"),
            ("Hamas delegation", "group"),
            ("delegation", "group"),
        ],
        ["CZE", "USA", None],
        ["GOV", "BUS", None],
        ["2019-01-03", "2019-07-23", "2020-02-01"],
    )
    for roles in ((), (("health minister", None),))
]


@given(st.data())
def test_order_changes_nothing(data: st.DataObject) -> None:
    """Any order of the same signatures and judgements gives the same actors, each signature once, apart kept apart."""
    nodes = data.draw(st.lists(st.sampled_from(_PLENTY), max_size=14))
    pairs = st.lists(st.tuples(st.sampled_from(_PLENTY), st.sampled_from(_PLENTY)), max_size=4)
    together, apart = ({frozenset(pair) for pair in data.draw(pairs) if pair[0] != pair[1]} for _ in range(2))
    clusters = partition(nodes, together, apart)
    assert partition(data.draw(st.permutations(nodes)), together, apart) == clusters
    assert sorted(node for cluster in clusters for node in cluster) == sorted(set(nodes))
    assert not any(pair <= set(cluster) for cluster in clusters for pair in apart)


@given(st.sampled_from(_PLENTY), st.sampled_from(_PLENTY))
def test_links_are_mutual_and_found_by_keys(a: Signature, b: Signature) -> None:
    """A link holds both ways, and two that are linked share a key."""
    assert linked(a, b) == linked(b, a)
    assert not linked(a, b) or a == b or set(keys(a)) & set(keys(b))


@given(st.lists(st.sampled_from(_PLENTY), max_size=14))
def test_clusters_rest_on_links(nodes: list[Signature]) -> None:
    """Without judgements a cluster never holds signatures that no chain of links connects."""
    for cluster in partition(nodes, set(), set()):
        reached = {cluster[0]}
        for _ in cluster:
            reached |= {node for node in cluster if any(linked(node, other) for other in reached)}
        assert reached == set(cluster)


def test_the_headline_is_the_most_frequent_full_name() -> None:
    """Names alone and lower-case descriptions lose; ties go by length, then by alphabet; null loses."""
    told = headline(
        [
            seen("Holubova", country="CZE"),
            seen("Holubova", country=None),
            seen("Jana Holubova", country="CZE", sector="GOV"),
            seen("Jana M. Holubova", country="SVK", sector=None),
        ]
    )
    assert (told.name, told.kind, told.country, told.sector) == ("Jana M. Holubova", "person", "CZE", "GOV")


def test_the_headline_does_not_depend_on_order() -> None:
    """Every order of the appearances gives the same headline."""
    those = [
        seen(name, "organization", country)
        for name, country in (("ISIS", "SYR"), ("Islamic State", "IRQ"), ("IS", None))
    ]
    assert len({headline(order) for order in itertools.permutations(those)}) == 1
