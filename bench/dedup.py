"""Scores how mentions coded without their text are joined to events: structured records → accounts → predictions.

usage: dedup.py MENTIONS.jsonl > predictions.jsonl

Each mention (id, doc, date, cameo, source, target) becomes an account of its own, without words; a mention's cluster is
its event. Mentions of one dispatch are taken as reports of their own: no reading has joined its retellings.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ranke.days import ordinal
from ranke.offices.names import fold
from ranke.record.events.accounts import Account, Party
from ranke.record.events.occasions import keys, linked, partition
from ranke.tables import read_csv

_TYPES = {
    "01": "ACCUSE", "03": "AGREE", "04": "CONSULT", "05": "AGREE", "10": "REQUEST", "12": "REJECT", "14": "PROTEST",
    "18": "ASSAULT", "19": "ASSAULT",
}  # fmt: skip
# What is agreed or signed is mutual, and a fight is: the coder gives each of them once in each direction.
_ACTS = {"057": "sign", "14": "march", "18": "attack", "19": "clash"}
_SECTORS = {
    "Administration": "GOV", "Head of Government": "GOV", "Ministry": "GOV", "Military": "MIL", "Army": "MIL",
    "Law Enforcement": "COP", "Police": "COP",
    "Citizen": "CVL", "Protester": "CVL", "Activist": "CVL", "Student": "CVL",
    "Insurgent": "REB", "Attacker": "REB", "Armed Gang": "REB", "Lawmaker": "LEG", "Court Judge": "JUD",
}  # fmt: skip


def main() -> None:
    """Read mentions, print each one's cluster."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    accounts = {row["id"]: _account(row, _known()) for row in rows if not row["wrong"]}
    for number, group in enumerate(_events(list(accounts.values()))):
        for one in group:
            print(json.dumps({"id": one.report, "cluster": number}))


def _known() -> dict[str, Party]:
    """Return the countries and the well-known persons and bodies by their folded names."""
    found = {"palestinian territory occupied": Party(frozenset({"palestine"}), "country", "PSE", "GOV")}
    for row in read_csv("ranke", "reading/actors/people.csv", key="name"):
        found[fold(row["name"])] = Party(frozenset({fold(row["name"])}), "person", row["country"], row["sector"])
    for row in read_csv("ranke", "reading/actors/organizations.csv", key="name"):
        found[fold(row["name"])] = Party(frozenset({fold(row["name"])}), row["kind"], row["country"], row["sector"])
    for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3"):
        for name in f"{row['name']};{row['aliases']}".split(";"):
            found[fold(name)] = Party(frozenset({fold(row["name"])}), "country", row["iso3"], "GOV")
    return found


def _account(row: dict[str, Any], known: dict[str, Party]) -> Account:
    day = ordinal(row["date"])
    return Account(
        report=row["id"],
        id="e1",
        day=day,
        type=_TYPES[row["cameo"][:2]],
        mode=row["cameo"],
        status="happened",
        core=True,
        sources=tuple(_party(name, known) for name in row["source"]),
        targets=tuple(_party(name, known) for name in row["target"]),
        first=day - 1,  # what is coded is the day of the dispatch, which tells of that day or the one before
        last=day,
        precise="day",
        value=row["date"],
        acts=frozenset(_ACTS[code] for code in (row["cameo"], row["cameo"][:2]) if code in _ACTS),
    )


def _party(name: str, known: dict[str, Party]) -> Party:
    head, _, role = name.partition("/")
    body = known.get(fold(head))
    if body and (not role or body.kind != "country"):
        return body
    sector = _SECTORS.get(role)
    if body:
        official = Party(body.names, "organization", body.country, sector)
        return official if sector == "GOV" else Party(frozenset({fold(name)}), "group", body.country, sector)
    return Party(frozenset({fold(head)}), "person" if " " in head else "organization", None, sector)


def _events(accounts: Sequence[Account]) -> Iterator[list[Account]]:
    """Yield the events of accounts: the clusters of what hangs together by links between those that share a key."""
    group = {one.key: one.key for one in accounts}

    def root(key: tuple[str, str]) -> tuple[str, str]:
        while group[key] != key:
            key = group[key]
        return key

    sharing: dict[str, list[Account]] = {}
    for one in accounts:
        for key in keys(one):
            for other in sharing.setdefault(key, []):
                if root(one.key) != root(other.key) and linked(one, other):
                    group[root(one.key)] = root(other.key)
            sharing[key].append(one)
    parts: dict[tuple[str, str], list[Account]] = {}
    for one in accounts:
        parts.setdefault(root(one.key), []).append(one)
    for part in parts.values():
        yield from partition(part, frozenset(), frozenset())


if __name__ == "__main__":
    main()
