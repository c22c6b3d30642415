"""Answers the cases of the bench of actors with `ranke.who`, in the form that its scorer reads.

usage: python bench/who.py CASES.jsonl > predicted.jsonl; python …/actors/score.py predicted.jsonl

The bench codes as POLECAT does where PLOVER's manual leaves room; the differences are translated here, by rule:
a country or nation as such has no sector; who held an office once is ELI; the European Union's bodies are EUR and those
of the United Nations UNO; and a town, named alone, is asked for by its own article.
"""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import ranke
from ranke.answers.described import Described
from ranke.offices.lookups import fold, match_at
from ranke.offices.tenures import shipped_rows

TODAY = max(row.until for row in shipped_rows())
NATION = frozenset({"country", "adjective", "demonym"})
FAMILIES = {"EUR": ("European ", "Eurozone"), "UNO": ("United Nations", "UN ", "International Court of Justice")}


def day(text: str) -> str | None:
    """Return a day of the bench in ISO form; "today" is the last one that the tables know."""
    if not text:
        return None
    if text == "today":
        return TODAY
    if text[:4].isdigit():
        return text
    form = "%d %B %Y" if text[0].isdigit() else "%B %d, %Y"
    return datetime.strptime(text.title(), form).date().isoformat()  # noqa: DTZ007 - a day has no zone


def row_of(case: dict[str, Any], told: Described) -> dict[str, Any]:
    """Return what the scorer reads of one answer."""
    if not (told.kind or told.country or told.name):
        return {"id": case["id"], "none": True}
    bare = case["text"].strip().removeprefix("the ").removeprefix("The ")
    match = match_at(fold(bare), 0)
    whole = match[1].sort if match is not None and match[0] == len(bare) else ""
    code, country = told.sector or "", told.country or ""
    if whole in NATION or told.kind is None:
        code = ""
    elif told.former:
        code = "ELI"
    name = told.body or told.name or ""
    if country == "IGO":
        country = next((family for family, begins in FAMILIES.items() if name.startswith(begins)), country)
    wiki = bare.title() if whole == "capital" else (told.name or "")
    return {"id": case["id"], "country": country, "code": code, "wiki": "" if whole in NATION else wiki}


def main() -> None:
    """Answer all cases of a file."""
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        context = " ".join((case["context"], case["known_country"]))
        told = ranke.who(case["text"], date=day(case["date"]), context=context)
        print(json.dumps(row_of(case, told), ensure_ascii=False))


if __name__ == "__main__":
    main()
