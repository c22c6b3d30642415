"""What keeps a record sound and open: `check`, `dump`; and the schema of readings."""

import argparse
import json
import sys

from ranke.commands.frame import ALL_READ, SOME_NOT_READ, Add, add_record, record_of, say


def commands(add: Add) -> None:
    """Add the commands that keep."""
    one = add("check", "verify the record: spans, references, hashes", _check)
    add_record(one)
    one = add("dump", "write everything as one JSON document", _dump, example="ranke dump --json > record.json")
    one.add_argument("--json", action="store_true", help="the only form there is")
    add_record(one)
    add("schema", "print the JSON Schema of a reading", _schema)


def _check(options: argparse.Namespace) -> int:
    with record_of(options) as record:
        faults = record.check()
    from ranke.views.phrases import clean

    encoding = sys.stdout.encoding or "utf-8"
    for fault in faults:
        sys.stdout.write(clean(fault).encode(encoding, errors="replace").decode(encoding) + "\n")
    say(f"{len(faults):,} faults" if faults else "the record is sound")
    return SOME_NOT_READ if faults else ALL_READ


def _dump(options: argparse.Namespace) -> int:
    with record_of(options) as record:
        for piece in record.dump():
            # Half of a pair of surrogates is no UTF-8; JSON writes it with a backslash.
            sys.stdout.buffer.write(piece.encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()
    return ALL_READ


def _schema(_: argparse.Namespace) -> int:
    from ranke.model import Reading

    sys.stdout.write(json.dumps(Reading.model_json_schema(mode="serialization"), indent=2) + "\n")
    return ALL_READ
