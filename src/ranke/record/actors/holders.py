"""Who held an office on a day, for the offices that news names without their holders."""

from functools import lru_cache

from ranke.offices.tenures import holder_of
from ranke.record.actors.offices import Office
from ranke.record.actors.persons import Words, person_name


@lru_cache(maxsize=16_384)
def holder(held: Office, day: str) -> Words:
    """Return the name of who held an office on a day, YYYY-MM-DD; () where the tables do not surely know."""
    person = holder_of(*held, day)
    return person_name(person) if person else ()
