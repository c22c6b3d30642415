"""How lists are asked for: one part of them as a page shows it, or all rows as they come."""

from typing import Any

from ranke.web.answered import Answered
from ranke.web.asked import Listed
from ranke.web.paging import Parts, all_of, place_of, token


def listed(page: str, title: str, kind: type, asked: Listed, parts: Parts, *, shown: int, **given: Any) -> Answered:  # noqa: ANN401
    """Return the part of a list that is asked for.

    Args:
        page: The page.
        title: What it is called.
        kind: The type of a row.
        asked: What it is asked with.
        parts: Gives any part of the list.
        shown: Rows of a part where nobody asks for another number.
        given: What the page shows besides.
    """
    place = place_of(asked.next, asked.question)
    if asked.limit == 0:
        return Answered(page, title, {}, kind, all_of(parts, place))
    part = parts(place, asked.limit or shown)
    after = token(part.after, asked.question)
    told = {"asked": asked, "rows": part.rows, "more": part.more, "next": after, "skipped": place.skip}
    return Answered(page, title, told | given, kind, part.rows, more=part.more, next=after)
