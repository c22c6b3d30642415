"""An answer becomes a page: a pure function of the answer, of what makes links, and of who looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from ranke import __version__
from ranke.answers import Overview
from ranke.views.phrases import SECTORS as SECTOR_WORDS
from ranke.web import words
from ranke.web.answered import Answered
from ranke.web.asked import ACTOR_KINDS, CONTEXTS, KINDS, SECTORS, TYPES
from ranke.web.links import Links
from ranke.web.pictures.activity import activity
from ranke.web.pictures.authority import authority
from ranke.web.pictures.network import network
from ranke.web.pictures.offices import offices
from ranke.web.pictures.places import place_map
from ranke.web.pictures.relation import relation_curve

PAGES = (
    ("overview", "Overview"),
    ("timeline", "Timeline"),
    ("stories", "Stories"),
    ("actors", "Actors"),
    ("statements", "Statements"),
    ("conflicts", "Conflicts"),
    ("changes", "Changes"),
    ("network", "Network"),
    ("review", "Review"),
    ("method", "Method"),
)
"""The pages that every page leads to, in order."""

_WORDS = (
    "around", "clean", "corroboration", "counted", "day", "event_day", "is_who", "kind_of", "latest", "link", "passage",
    "place_of", "polarity", "quad", "said_day", "short", "span_of_days", "year_of",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at a page.

    Args:
        judges: Whether it may judge.
        may_enter: Whether it could, with a token.
    """

    judges: bool = False
    may_enter: bool = False


def render(answer: Answered, links: Links, reader: Reader | None = None) -> str:
    """Return a page as HTML.

    Args:
        answer: What the page shows; its `page` names the template.
        links: Makes all links of the page.
        reader: Who looks; nobody that could judge where none is given.
    """
    template = _environment().get_template(f"{answer.page}.html")
    return template.render(
        page=answer.page,
        title=answer.title,
        links=links,
        reader=reader or Reader(),
        pages=PAGES,
        version=__version__,
        pictures=pictures_of(answer, links),
        **answer.given,
    )


def pictures_of(answer: Answered, links: Links) -> Mapping[str, Markup]:
    """Return the pictures of a page as SVG, by name; "" for what there is nothing to draw of."""
    found = dict.fromkeys(("activity", "authority", "map", "network", "offices", "relation"), Markup())
    given = answer.given
    if answer.page == "overview":
        whole: Overview = given["whole"]
        if whole.activity:
            found["activity"] = _svg(activity(whole.activity, links.page))
        if any(row.latitude is not None for row in whole.places):
            found["map"] = _svg(place_map(whole.places, links.page))
    elif answer.page == "event":
        found["authority"] = _svg(authority(given["why"].accounts, links.page))
    elif answer.page == "network" and given["net"].edges:
        found["network"] = _svg(network(given["net"], links.page))
    elif answer.page == "relations" and given["between"] and given["between"].periods:
        found["relation"] = _svg(relation_curve(given["between"], links.page))
    elif answer.page == "actor" and given["one"].roles:
        found["offices"] = _svg(offices(given["one"].who, given["one"].roles, links.page))
    return found


def _svg(text: str) -> Markup:
    # The pictures escape what they show themselves.
    return Markup(text)  # noqa: S704


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("ranke.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shared: dict[str, Any] = {name: getattr(words, name) for name in _WORDS}
    made.filters.update(shared, ord=ord, top=words.first)
    made.globals.update(
        shared,
        CONFLICTS=words.CONFLICTS, QUADS=words.QUADS, TYPES=TYPES, CONTEXTS=CONTEXTS, KINDS=KINDS,
        ACTOR_KINDS=ACTOR_KINDS, SECTORS={one: SECTOR_WORDS[one] for one in SECTORS},
    )  # fmt: skip
    return made
