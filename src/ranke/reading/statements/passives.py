"""What is handed on in the passive by somebody named: "was accused by the mayor of fraud", "was urged by X to go"."""

from spacy.tokens import Token

from ranke.reading.statements.cues import Content, CueUse
from ranke.reading.statements.trees import child, is_infinitive, kids, subtree_end

_CLAUSAL = frozenset({"ccomp", "xcomp"})


def passive(use: CueUse, children: list[Token]) -> list[Content]:
    """Return what a cue in the passive hands on for whoever stands after its "by"."""
    agent = next((c for c in children if c.dep_ == "agent"), None)
    if agent is None:
        return []
    token, by = use.token, child(agent, "pobj")
    subject = child(token, "nsubjpass")
    told = int(subject.i) if subject is not None else None
    beside = [*children, *(kids(by) if by is not None else [])]
    if use.has("charge"):
        seconds = use.seconds("charge")
        matter = next((c for c in beside if c.dep_ == "prep" and c.i > token.i and c.lower_ in seconds), None)
        if matter is not None and child(matter, "pobj", "pcomp") is not None:
            return [Content(matter.i + 1, subtree_end(matter), "charge", token.i + 1, told)]
    if use.has("order"):
        act = next((c for c in children if c.dep_ in _CLAUSAL and c.i > agent.i and is_infinitive(c)), None)
        if act is not None:
            return [Content(int(act.left_edge.i), subtree_end(act), "order", token.i + 1, told)]
    return []
