"""The values of a reading in plain words: days, sectors, chains of authority, shortened quotations."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from ranke.model import Actor, Report, Span

SECTORS = {
    "GOV": "government", "LEG": "parliament", "JUD": "courts", "MIL": "military", "COP": "police",
    "SPY": "intelligence", "PTY": "party", "OPP": "opposition", "REB": "armed group", "IGO": "international body",
    "NGO": "aid and advocacy", "MED": "media", "BUS": "business", "EDU": "education", "REL": "religion",
    "CVL": "civilians", "CRM": "crime", "REF": "refugees",
}  # fmt: skip
"""PLOVER's sectors in a word or two."""

PARTS_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
PARTS_OF_YEAR = {
    "SP": ("spring", "03"), "SU": ("summer", "06"), "FA": ("autumn", "09"), "WI": ("winter", "12"),
    "Q1": ("first quarter", "01"), "Q2": ("second quarter", "04"), "Q3": ("third quarter", "07"),
    "Q4": ("last quarter", "10"), "H1": ("first half", "01"), "H2": ("second half", "07"),
}  # fmt: skip
"""TIMEX3's parts of a day and of a year; of the year also the month they start with, to put them in order."""

_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T(.+)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_SPACE = re.compile(r"\s+")
_BLANK = re.compile(r"[^\S\n]")
# An id that was made of the text, where the report had none of its own.
_MADE_ID = re.compile(r"[0-9a-f]{16}")
# What would steer a terminal or turn the order of writing, and does not belong to a word.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    """Return text fit for one line of a terminal: spaces made single, control characters dropped."""
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip()


def unsteered(text: str) -> str:
    """Return text fit for a terminal as it is set: lines and spaces kept, control characters dropped."""
    return _BLANK.sub(" ", _CONTROL.sub("", text))


def shorten(text: str, limit: int) -> str:
    """Return text of at most `limit` characters, cut after a word, with an ellipsis where something is left out."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > limit // 2 else limit - 1].rstrip(" ,;:") + "…"


def label(report: Report) -> str:
    """Return what a person would call a report: its own id, else its title, else its first words."""
    if not _MADE_ID.fullmatch(report.id):
        return clean(report.id)
    # Far more is taken than is shown, but not a whole book.
    return shorten(clean(report.title or report.text[:400]) or report.id, 40)


def around(text: str, trigger: Span, evidence: Span, *, room: int = 36) -> tuple[str, str, str]:
    """Return the words before the trigger, the trigger, and those after it, within the evidence.

    Args:
        text: The report's text.
        trigger: Characters, end exclusive.
        evidence: Characters, end exclusive; nothing outside is shown.
        room: How many characters to show on each side.
    """
    start, end = min(evidence[0], trigger[0]), max(evidence[1], trigger[1])
    # A little more than is shown is taken, so that a long evidence costs nothing.
    before = clean(text[max(start, trigger[0] - 4 * room) : trigger[0]])
    after = clean(text[trigger[1] : min(end, trigger[1] + 4 * room)])
    left = shorten(before[::-1], room)[::-1]
    right = shorten(after, room)
    words = clean(text[trigger[0] : trigger[1]])
    left, right = _without_stray_marks(left, words, right)
    if left and text[trigger[0] - 1 : trigger[0]].isspace():
        left += " "
    if right and text[trigger[1] : trigger[1] + 1].isspace():
        right = f" {right}"
    return left, words, right


def _without_stray_marks(left: str, words: str, right: str) -> tuple[str, str]:
    """Drop a quotation mark at either end whose other half is not shown; the view sets marks of its own."""
    whole = left + words + right
    if (left.startswith("“") and "”" not in whole) or (left.startswith('"') and whole.count('"') == 1):
        left = left[1:]
    if (right.endswith("”") and "“" not in whole) or (right.endswith('"') and whole.count('"') == 1):
        right = right[:-1]
    return left, right


def names(ids: Sequence[str], actors: Mapping[str, Actor], *, nobody: str = "") -> str:
    """Return names as one would list them: A, B and C."""
    listed = [clean(actors[one].name) if one in actors else clean(one) for one in ids]
    if not listed:
        return nobody
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}"


def authority(chain: Sequence[str], actors: Mapping[str, Actor]) -> str:
    """Return who says so, outermost first: "according to Anadolu Agency, which cites IRNA"."""
    said = ""
    pronoun = ""
    for one in chain:
        said += f", {pronoun} cites " if said else "according to "
        said += names([one], actors)
        pronoun = "who" if one in actors and actors[one].kind in {"person", "group"} else "which"
    return said


def relays(chain: Sequence[str], actors: Mapping[str, Actor]) -> str:
    """Return who passed a statement on, the first to do so first: "via IRNA, cited by Anadolu Agency"."""
    heard = [names([one], actors) for one in reversed(chain)]
    return "via " + ", cited by ".join(heard) if heard else ""


def role(title: str, organization: str | None) -> str:
    """Return a title with its organization where the title does not already name it."""
    title, organization = clean(title), clean(organization or "")
    return title if not organization or organization.casefold() in title.casefold() else f"{title}, {organization}"


def when(value: str | None, status: str, reported: str) -> tuple[str, str]:
    """Return an event's day in words, and a key that puts days in order.

    What has happened without a day is known by the day of its report; what is yet to come without a day stands last.
    """
    if value:
        return day(value), order(value)
    if status in {"planned", "possible"}:
        return "no day", "9999"
    return f"by {reported}", f"{reported}~"


def day(value: str) -> str:
    """Return an ISO 8601 value in words a reader knows: "week of 2019-07-15", "2019-07-21 morning"."""
    start, slash, end = value.partition("/")
    if slash:
        return f"{day(start)} to {day(end)}" if start and end else f"from {day(start)}" if start else f"to {day(end)}"
    if found := _WEEK.fullmatch(value):
        return f"weekend of {order(value)}" if found[3] else f"week of {order(value)}"
    if found := _HOUR.fullmatch(value):
        return f"{found[1]} {PARTS_OF_DAY.get(found[2], found[2])}"
    if found := _SEASON.fullmatch(value):
        return f"{PARTS_OF_YEAR[found[2]][0]} of {found[1]}"
    return value


def order(value: str) -> str:
    """Return the day, month or year with which an ISO 8601 value starts, to sort by."""
    start = value.partition("/")[0] or value.partition("/")[2]
    if found := _WEEK.fullmatch(start):
        try:
            return date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1).isoformat()
        except ValueError:
            return found[1]
    if found := _SEASON.fullmatch(start):
        return f"{found[1]}-{PARTS_OF_YEAR[found[2]][1]}"
    return start
