"""Makes the two pictures of the reading room that README.md shows, from the record of the examples.

usage: python bench/pictures.py [--chromium /usr/bin/chromium]

It reads the examples into a record of its own, opens the reading room on it, and takes docs/pictures/event.png and
docs/pictures/network.png with Playwright and Debian's Chromium. Fonts are those of the machine.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import ranke

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "pictures"
WIDTH = 1120
"""Pixels of a picture across: README.md is shown about as wide."""
HIGH = {"event": 930, "network": 820}
"""Pixels of each picture down at most."""
PATIENCE = 120_000
"""Milliseconds for a page: machines are busy."""
MOST = 150_000
"""Bytes of a picture."""


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser (default: /usr/bin/chromium)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "examples.db")
        _run("read", str(ROOT / "examples"), "--record", record)
        pages = {"event": f"event/{_best(record)}", "network": "network"}
        serving = subprocess.Popen(
            [sys.executable, "-m", "ranke", "serve", "--record", record, "--port", "0", "--read-only"],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            home = re.search(r"http://\S+/", serving.stderr.readline() if serving.stderr else "")
            if home is None:
                sys.exit("the reading room did not open")
            _take(options.chromium, home[0], pages)
        finally:
            serving.terminate()
            serving.wait()


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "ranke", *arguments], check=True, stdout=subprocess.DEVNULL)


def _best(where: str) -> str:
    """Return an event that reports are about, with the longest chain of authority and the most parties."""
    with ranke.Record(where) as record:
        rows = record.timeline(limit=0)
    best = max(
        rows,
        key=lambda row: (row.core, len(row.attribution), len(row.sources) + len(row.targets), row.date or "", row.id),
    )
    return best.id


def _take(chromium: str, home: str, pages: dict[str, str]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 600}, color_scheme="light")
        for name, path in pages.items():
            page.goto(home + path, timeout=PATIENCE)
            file = OUT / f"{name}.png"
            page.screenshot(path=file, full_page=True, clip=_clip(page, HIGH[name]))
            size = file.stat().st_size
            print(f"{file.relative_to(ROOT)}: {size:,} bytes")
            if size > MOST:
                sys.exit(f"{name}.png is larger than {MOST:,} bytes")
        browser.close()


def _clip(page: Page, high: int) -> dict[str, float]:
    """Return the upper part of a page, as far as its content goes."""
    end = page.evaluate("document.querySelector('main').getBoundingClientRect().bottom + window.scrollY")
    return {"x": 0, "y": 0, "width": WIDTH, "height": min(high, end + 16)}


if __name__ == "__main__":
    main()
