"""The room in a real browser: keys, review, narrow screens, and what axe-core says of every page."""

import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

import ranke
from ranke.record import Record
from ranke.web.app import make_app
from ranke.web.settings import Settings

CHROMIUM = os.environ.get("RANKE_TEST_BROWSER") or shutil.which("chromium")
AXE = os.environ.get("RANKE_TEST_AXE")
TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
HOSTILE = "/report/evil%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%2F..%2Fr.json.html"
PAGES = [
    "/", "/timeline", "/stories", "/story/1", "/actors", "/actor/Freedonia", "/relations", "/network", "/statements",
    "/relations?one=Freedonia&other=Sylvania", "/conflicts", "/changes?since=2020-03-03", "/review", "/judgements",
    "/method", "/method/retreat", "/search?words=Sylvania", "/token", "/event/herald-1:e1", "/report/herald-1",
    "/report/herald-1?span=0-9#s0-9", HOSTILE, "/report/long-1", "/nothing", "/timeline?as_of=2020-03-04",
]  # fmt: skip

if CHROMIUM is None and not os.environ.get("CI"):
    pytest.skip("no Chromium: run the tests with .ci/with-browser make test", allow_module_level=True)


class Room:
    """A room that listens on loopback, and its record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.home = f"http://127.0.0.1:{listening.getsockname()[1]}"
        app = make_app(record, Settings(token=TOKEN))
        app._rates.take = lambda *_: 0  # type: ignore[attr-defined]
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]})
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def close(self) -> None:
        """Listen no more."""
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def room(made: Record) -> Iterator[Room]:
    """Open a room that no test writes to."""
    opened = Room(made)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Open a room on the record of the two example reports."""
    reports = list(ranke.reports(Path(__file__).parents[2] / "examples"))
    with Record(tmp_path_factory.mktemp("examples") / "record.db", create=True) as record:
        record.file([(report, ranke.read(report)) for report in reports], reader="tests")
        opened = Room(record)
        yield opened
        opened.close()


@pytest.fixture
def own_room(own: Record) -> Iterator[Room]:
    """Open a room that a test may judge in."""
    opened = Room(own)
    yield opened
    opened.close()


def tab(browser: Browser, room: Room, **options: Any) -> tuple[Page, list[str]]:  # noqa: ANN401 - any option
    """Return a page of the browser, and what goes wrong on it."""
    page = browser.new_context(base_url=room.home, **options).new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(room.home) else None)
    return page, wrong


def enter(page: Page) -> None:
    """Enter the token."""
    page.goto("/token?back=/review")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Enter").click()
    expect(page).to_have_url(re.compile("/review$"))


def test_every_page_opens(browser: Browser, room: Room) -> None:
    """Every page opens with nothing on the console, asks no other host, and runs nothing that a report says."""
    page, wrong = tab(browser, room)
    for path in PAGES:
        answer = page.goto(path)
        assert answer
        assert answer.status == (404 if path == "/nothing" else 200)
        # That a page is missing is what the browser itself says of it.
        said = [one for one in wrong if path != "/nothing" or "404" not in one]
        assert said == [], path
        wrong.clear()


def test_narrow_screens(browser: Browser, room: Room) -> None:
    """On a phone no page is wider than the screen."""
    page, _ = tab(browser, room, viewport={"width": 320, "height": 640})
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_the_examples(browser: Browser, examples: Room) -> None:
    """The pages on the two example reports open, fit a phone, and are of less than 100 KB without their pictures."""
    page, wrong = tab(browser, examples, viewport={"width": 320, "height": 640})
    record = examples.record
    event, report = record.timeline(limit=1)[0], record.overview().stories[0].id
    paths = [
        "/", "/timeline", "/stories", "/story/1", "/actors", "/actor/Saleh%20al-Arouri", "/network", "/review",
        "/relations?one=Hamas&other=Iran", "/statements?about=Hamas", "/conflicts", "/changes?since=2019-07-22",
        "/search?words=deal",
        f"/event/{event.id}", f"/report/{report}", "/timeline?as_of=2019-07-22", "/timeline?without=IRNA",
    ]  # fmt: skip
    for path in paths:
        answer = page.goto(path)
        assert answer
        assert answer.status == 200, path
        assert len(re.sub("(?s)<svg.*?</svg>", "", answer.text())) < 100_000, path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert wrong == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, room: Room, scheme: Any) -> None:  # noqa: ANN401 - a literal of the browser's
    """axe-core finds nothing serious on any page, light or dark."""
    if AXE is None:
        assert not os.environ.get("CI"), "no axe-core: run the tests with .ci/with-browser make test"
        pytest.skip("no axe-core: run the tests with .ci/with-browser make test")
    page, _ = tab(browser, room, color_scheme=scheme, bypass_csp=True)
    script = Path(AXE).read_text(encoding="utf-8")
    for path in PAGES if scheme == "light" else PAGES[:2] + PAGES[-8:]:
        page.goto(path)
        page.evaluate(script)
        found = page.evaluate("axe.run().then(found => found.violations)")
        serious = [
            (one["id"], one["nodes"][0]["html"][:200], one["nodes"][0].get("failureSummary", "")[:300])
            for one in found
            if one["impact"] in {"serious", "critical"}
        ]
        assert serious == [], path


def test_keys(browser: Browser, room: Room) -> None:
    """The keys search, move, open, help and leave; what is typed into a field is no key."""
    page, wrong = tab(browser, room)
    page.goto("/timeline")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox", name="Search the reports")
    expect(field).to_be_focused()
    page.keyboard.type("j/k?")
    expect(field).to_have_value("j/k?")
    page.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".rows > .row").nth(1)).to_have_class(re.compile("here-now"))
    page.keyboard.press("k")
    expect(page.locator(".rows > .row").nth(0)).to_have_class(re.compile("here-now"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/event/"))
    assert wrong == []


def test_review_by_keys(browser: Browser, own_room: Room) -> None:
    """In review y, n and h judge what is marked, and u takes the last judgement back."""
    page, wrong = tab(browser, own_room)
    enter(page)
    for number, key in enumerate("ynh", 1):
        first = page.locator(".doubt").first.get_attribute("id")
        page.keyboard.press(key)
        expect(page.locator(f"[id='{first}']")).to_have_count(0)
        assert len(own_room.record.judgements()) == number
    page.keyboard.press("u")
    expect(page.locator(f"[id='{first}']")).to_have_count(1)
    assert [bool(row.undone) for row in own_room.record.judgements()] == [False, False, True]
    second = page.locator(".doubt").nth(1).get_attribute("id")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("n")
    expect(page.locator(f"[id='{second}']")).to_have_count(0)
    expect(page.locator(f"[id='{first}']")).to_have_count(1)
    assert wrong == []


def test_review_without_a_script(browser: Browser, own_room: Room) -> None:
    """All can be read and judged without a script, by the buttons alone."""
    page, _ = tab(browser, own_room, java_script_enabled=False)
    enter(page)
    page.locator(".doubt button").first.click()
    assert len(own_room.record.judgements()) == 1
    page.get_by_role("button", name="Undo").click()
    assert own_room.record.judgements()[0].undone
    page.goto("/timeline")
    page.get_by_label("With whom").fill("Sylvania")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".rows > .row").first).to_be_visible()


def test_words_are_marked_by_the_address(browser: Browser, room: Room) -> None:
    """Words that an address names only after its # are marked, even past characters of two halves."""
    page, _ = tab(browser, room)
    page.goto("/report/herald-1#s10-16")
    marked = page.locator(".text .chosen")
    assert "".join(marked.all_text_contents()) == "bombed"


def test_keyboard_alone(browser: Browser, room: Room) -> None:
    """The first thing that Tab comes to skips to the content."""
    page, _ = tab(browser, room)
    page.goto("/timeline")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
