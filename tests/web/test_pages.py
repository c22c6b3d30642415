import re

import pytest
from starlette.testclient import TestClient

from ranke.record import Record

PAGE = {"accept": "text/html"}
LISTS = [
    "/timeline",
    "/stories",
    "/actors",
    "/statements",
    "/conflicts",
    "/search?words=talks",
    "/review",
    "/judgements",
]
WHOLES = [
    "/", "/story/1", "/actor/Freedonia", "/relations?one=Freedonia&other=Sylvania", "/network",
    "/changes?since=2020-03-05",
    "/report/herald-1", "/method", "/method/assault", "/event/herald-1:e1",
]  # fmt: skip


def links_of(html: str) -> list[str]:
    """Return the links of the content of a page."""
    content = html.partition("<main")[2].partition("</main>")[0]
    return [one.replace("&amp;", "&") for one in re.findall(r'href="([^"]*)"', content)]


@pytest.mark.parametrize("path", [*LISTS, *WHOLES, "/token", "/relations", "/search"])
def test_page(client: TestClient, path: str) -> None:
    """Every page opens, as one document with one heading, its landmarks, and less than 100 KB."""
    answer = client.get(path, headers=PAGE)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.count("<h1") == 1
    assert all(f"<{one}" in answer.text for one in ("header", "nav", "main", "footer"))
    assert len(answer.content) < 100_000
    ids = re.findall(r'\sid="([^"]*)"', answer.text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", [one for one in WHOLES + LISTS if not one.startswith("/method/")])
def test_links_lead_somewhere(client: TestClient, path: str) -> None:
    """Every link of every page leads to a page."""
    for link in dict.fromkeys(links_of(client.get(path, headers=PAGE).text)):
        if link.startswith("/"):
            assert client.get(link, headers=PAGE).status_code == 200, link
        else:
            assert link.startswith(("#", "https://herald.example/"))


def test_every_event_leads_to_its_words(client: TestClient, made: Record) -> None:
    """From an event one comes to the report with just these words marked, and from the words back to the event."""
    row = made.timeline(type="CONSULT")[0]
    page = client.get(f"/event/{row.id}", headers=PAGE).text
    start, end = row.trigger
    link = f"/report/times-2?span={start}-{end}#s{start}-{end}"
    assert link in page
    report = client.get(link.partition("#")[0], headers=PAGE).text
    assert f'id="s{start}-{end}"' in report
    assert f'href="/event/{row.id}"' in report
    assert re.search(r'class="[^"]*chosen[^"]*"[^>]*>met<', report)


def test_state_is_carried(client: TestClient) -> None:
    """How the record is looked at stands in every link that leads on, and in the forms."""
    page = client.get("/timeline?as_of=2020-03-04&without=Sudland+Times", headers=PAGE).text
    inside = [link for link in links_of(page) if link.startswith("/")]
    assert inside
    assert all("as_of=2020-03-04&without=Sudland+Times" in link for link in inside)
    assert page.count('name="as_of" value="2020-03-04"') >= 3
    assert "herald-1" in page
    assert "times-2" not in page


def test_as_of_and_without_change_what_is_seen(client: TestClient) -> None:
    """As of a day, and without a source, there is less."""
    everything = client.get("/timeline.json").json()["rows"]
    early = client.get("/timeline.json?as_of=2020-03-03").json()["rows"]
    alone = client.get("/timeline.json?as_of=2020-03-03&without=Sudland Times").json()["rows"]
    assert (len(everything), len(early), early[0]["reports"], alone[0]["reports"]) == (13, 1, 2, 1)


def test_filters(client: TestClient) -> None:
    """The timeline is narrowed as the command is, and empty fields of its form narrow nothing."""
    query = "actor=&with=Sylvania&type=CONSULT&context=&place=Midtown&since=2020-03&until=2020&core=1"
    rows = client.get(f"/timeline.json?{query}").json()["rows"]
    assert [row["evidence"]["report"] for row in rows] == ["times-2"]
    assert client.get(f"/timeline?{query}", headers=PAGE).text.count('<li class="row') == 1


def test_facets(client: TestClient) -> None:
    """A search says how many passages each outlet and year has, and each narrows it."""
    page = client.get("/search?words=Sylvania", headers=PAGE).text
    assert "/search?words=Sylvania&outlet=Sudland+Times" in "".join(links_of(page))
    narrowed = client.get("/search.json?words=Sylvania&outlet=Sudland+Times").json()["rows"]
    assert {row["outlet"] for row in narrowed} == {"Sudland Times"}
    assert client.get("/search.json?words=Sylvania&year=1999").json()["rows"] == []


def test_a_search_marks_the_words(client: TestClient) -> None:
    """The words that were looked for are marked, also with other endings."""
    assert "<mark>talks</mark>" in client.get("/search?words=talk", headers=PAGE).text


def test_forms_of_a_page_that_nobody_may_judge(client: TestClient) -> None:
    """Who has not entered the token sees no form that judges."""
    for path in ("/review", "/event/herald-1:e1", "/judgements", "/actor/Freedonia"):
        assert 'method="post"' not in client.get(path, headers=PAGE).text


def test_the_method_has_every_entry(client: TestClient) -> None:
    """The rule of an event leads to its entry in the lexicon, with the example."""
    page = client.get("/event/herald-1:e1", headers=PAGE).text
    assert "/method/assault#assault.bomb" in page
    rows = client.get("/method.json").json()["rows"]
    assert len({row["type"] for row in rows}) == 16
    assert client.get("/method/assault.json").json()["rows"] == [row for row in rows if row["type"] == "ASSAULT"]
    assert client.get("/method/nothing").status_code == 400


def test_static_files(client: TestClient) -> None:
    """The style and the script come from the room itself, and nothing comes from anywhere else."""
    page = client.get("/", headers=PAGE).text
    for link in re.findall(r'(?:src|href)="([^"]*\.(?:css|js|svg))"', page):
        assert client.get(link).status_code == 200
    assert not re.findall(r'(?:src|action)="(?:https?:)?//', page)
    for name in ("room.css", "room.js", "pictures.css"):
        assert not re.findall(r"https?://|@import|url\(", client.get(f"/static/{name}").text)


def test_a_report_in_parts(client: TestClient) -> None:
    """A long report is shown in parts, and a span leads to the part that it stands in."""
    first = client.get("/report/long-1", headers=PAGE).text
    assert "Part 1 of 84" in first
    later = client.get("/report/long-1?span=500000-500004", headers=PAGE).text
    assert "Part 42 of 84" in later
    assert "chosen" in later
    assert "Part 84 of 84" in client.get("/report/long-1?part=99", headers=PAGE).text
