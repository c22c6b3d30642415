import csv
import io
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from ranke.answers import plain
from ranke.record import Record

LISTS = ["timeline", "stories", "actors", "statements", "conflicts", "search?words=Sylvania", "review", "judgements"]
WHOLES = [
    "overview", "story/1", "actor/Freedonia", "relations?one=Freedonia&other=Sylvania", "network", "report/herald-1",
    "changes?since=2020-03-05", "event/herald-1:e1",
]  # fmt: skip


def twin(path: str, ending: str) -> str:
    """Return the address of a page's twin."""
    path, mark, query = path.partition("?")
    return f"/{path}.{ending}{mark}{query}"


@pytest.mark.parametrize("path", LISTS)
def test_rows_as_json(client: TestClient, path: str) -> None:
    """A list as JSON has rows, how many more there are, and the token of the next part."""
    answer = client.get(twin(path, "json"))
    assert answer.headers["content-type"] == "application/json"
    assert set(answer.json()) == {"rows", "more", "next"}


@pytest.mark.parametrize("path", WHOLES)
def test_wholes_as_json(client: TestClient, path: str) -> None:
    """An answer of several parts is one object."""
    found = client.get(twin(path, "json")).json()
    assert isinstance(found, dict)
    assert "rows" not in found


def test_json_is_what_the_record_answers(client: TestClient, made: Record) -> None:
    """The JSON of a page is the record's answer, as the command writes it with --json."""
    row = made.timeline(limit=1)[0]
    assert client.get(f"/event/{row.id}.json").json() == json.loads(json.dumps(plain(made.why(row.id))))


@pytest.mark.parametrize("path", LISTS + WHOLES)
def test_csv(client: TestClient, path: str) -> None:
    """Every page is also a table; each row has a value for every column."""
    answer = client.get(twin(path, "csv"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    head, *rows = csv.reader(io.StringIO(answer.text))
    assert head
    assert all(len(row) == len(head) for row in rows)


def test_no_cell_is_a_formula(client: TestClient) -> None:
    """A cell that a spreadsheet would run starts with an apostrophe."""
    rows = list(csv.DictReader(io.StringIO(client.get("/timeline.csv").text)))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("path", ["timeline", "statements", "actors", "search?words=Sylvania", "conflicts", "stories"])
def test_parts_are_the_whole(client: TestClient, path: str) -> None:
    """Parts that are asked for one after the other have every row once, in the order of the whole."""
    mark = "&" if "?" in path else "?"
    whole = client.get(twin(path, "json") + f"{mark}limit=0").json()["rows"]
    rows, after = [], ""
    for _ in range(len(whole) + 1):
        part = client.get(twin(path, "json") + f"{mark}limit=2" + (f"&next={after}" if after else "")).json()
        rows += part["rows"]
        after = part["next"]
        if not after:
            break
    assert rows == whole
    assert whole


def test_the_next_part_is_told_with_csv_too(client: TestClient) -> None:
    """The token stands in a header where the rows are CSV."""
    token = client.get("/timeline.csv?limit=3").headers["x-next"]
    assert token == client.get("/timeline.json?limit=3").json()["next"]


def test_a_page_leads_to_the_next_part(client: TestClient) -> None:
    """A page has a link to the part after it, with what it was asked with."""
    page = client.get("/timeline?limit=3&type=ACCUSE", headers={"accept": "text/html"}).text
    token = client.get("/timeline.json?limit=3&type=ACCUSE").json()["next"]
    assert f'rel="next" href="/timeline?limit=3&amp;type=ACCUSE&amp;next={token}"' in page


@pytest.mark.parametrize("token", ["nonsense", "W10", "WzEsbnVsbCwiYSJd", "ééé", "e30"])
def test_a_token_that_is_none(client: TestClient, token: str) -> None:
    """What is no token of this question is told as one sentence."""
    answer = client.get("/timeline.json", params={"next": token})
    assert answer.status_code == 400
    assert "does not belong to this question" in answer.json()["error"]["message"]


def test_a_token_of_another_question(client: TestClient) -> None:
    """A token fits the question that gave it, and no other."""
    token = client.get("/timeline.json?limit=2").json()["next"]
    assert client.get(f"/timeline.json?limit=2&actor=Freedonia&next={token}").status_code == 400
    assert client.get(f"/timeline.json?limit=5&next={token}").status_code == 200


def test_openapi(client: TestClient) -> None:
    """Every page and twin stands in the OpenAPI document with its query, its errors, and the judgements."""
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/timeline", "/timeline.json", "/timeline.csv", "/event/{event}.json", "/judge/merge"} <= set(paths)
    named = {one["name"] for one in paths["/timeline.json"]["get"]["parameters"]}
    assert {"actor", "with", "as_of", "without", "limit", "next"} <= named
    assert "404" in paths["/event/{event}"]["get"]["responses"]
    assert len(paths) == 18 * 3 + 8


def test_openapi_tells_what_the_json_holds(client: TestClient) -> None:
    """The schema of a page's JSON has the fields that its JSON has, down to the rows."""
    paths = client.get("/openapi.json").json()["paths"]

    def schema(path: str) -> dict[str, Any]:
        found: dict[str, Any] = paths[path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        return found

    row = schema("/timeline.json")["properties"]["rows"]["items"]
    told = client.get("/timeline.json").json()["rows"][0]
    assert row["required"] == list(told)
    assert row["properties"]["evidence"]["required"] == list(told["evidence"])
    assert row["properties"]["trigger"]["prefixItems"] == [{"type": "integer"}] * 2
    assert {"type": "null"} in row["properties"]["place"]["anyOf"]
    why = client.get("/event/herald-1:e1.json").json()
    assert schema("/event/{event}.json")["required"] == list(why)
