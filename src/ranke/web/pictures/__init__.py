"""Pictures as SVG text, made on the server: they print, stay in a saved page, and need no script.

Each is a function of an answer and of what gives links, without clock or chance: the same bytes for one answer.
What a picture shows it also says in its `<desc>`; a page that shows one should have the same as a table or list.

All text is escaped. There is no `style`, no script and no id in them, so that a strict page takes them, and several of
one kind. Colours are attributes, which the rules of `pictures.css` override; text and thin lines have the page's own
colour, light or dark. A picture is as wide as its page and no wider than 45 em; where that is too narrow to be read
(a phone), `.picture-frame` around it scrolls.
"""

from ranke.web.pictures.activity import activity
from ranke.web.pictures.authority import authority
from ranke.web.pictures.network import network
from ranke.web.pictures.offices import offices
from ranke.web.pictures.places import place_map
from ranke.web.pictures.relation import relation_curve
from ranke.web.pictures.svg import Link, no_link

__all__ = ["Link", "activity", "authority", "network", "no_link", "offices", "place_map", "relation_curve"]
