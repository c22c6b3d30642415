"""The light verb that carries an event noun: "held talks", "the sanctions imposed on", "won praise from"."""

from spacy.tokens import Token

from ranke.reading.events.frames import child, is_passive, prep_objects
from ranke.reading.events.matched import lemmas
from ranke.reading.events.status import grammar


def carried_after(noun: Token) -> Token | None:
    """Return the participle of a light verb that carries a noun before it: "the sanctions imposed on X by Y"."""
    verb = child(noun, "acl")
    if verb is None or verb.tag_ != "VBN" or verb.i < noun.i or not is_passive(verb):
        return None
    light = grammar()["light"]["straight"]
    return verb if any(lemma in light for lemma in lemmas(verb)) else None


def _is_given(noun: Token) -> bool:
    """Whether a noun names what others give him who has it: "has the support of X", "won praise from X"."""
    return (
        noun.lemma_.lower() in grammar()["light"]["gifts"]
        and next(prep_objects(noun, ("of", "from")), None) is not None
    )


def measured(noun: Token) -> Token:
    """Return the noun that only counts an act: "another round of talks", "a series of raids"; else the noun itself."""
    above = noun.head.head
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.pos_ == "NOUN"
    return above if counted and above.lemma_.lower() in grammar()["light"]["measures"] else noun


def carrier(noun: Token) -> tuple[Token | None, bool]:
    """Return the light verb that carries an event noun, and whether its subject is the noun's target."""
    place = measured(noun)
    head, link = place.head, ""
    if place.dep_ == "conj":
        return carrier(head) if head.pos_ == "NOUN" and head.dep_ != "conj" else (None, False)
    if place.dep_ == "pobj":
        link, head = head.lower_, head.head
    elif place.dep_ not in ("dobj", "nsubjpass"):
        return None, False
    meeting = noun.lemma_.lower() in grammar()["state"]["meeting"]
    if meeting and head.dep_ == "acomp" and head.head.pos_ == "AUX" and link == "for":
        head = head.head  # "is due in Oslo for talks"
    if head.pos_ not in ("VERB", "AUX"):
        return None, False
    particle = child(head, "prt")
    tail = [word for word in (particle.lower_ if particle is not None else "", link) if word]
    light = grammar()["light"]
    for lemma in lemmas(head):
        key = " ".join([lemma, *tail])
        if key in light["gained"] and _is_given(noun):
            return head, True
        if key in light["straight"] or key in light["absent"] or key in light["ongoing"]:
            return head, False
        if meeting and key in light["meeting"]:
            return head, False
        if key in light["reversed"]:
            return head, True
    return None, False
