from collections.abc import Callable
from dataclasses import replace

from ranke.answers import AccountRow, ConflictRow, DeedRow, EventRow, Evidence, JudgementRow, Who, Why
from ranke.views.why import why_view

type Written = Callable[..., str]

WORDS = "On Monday Ada Berg met the envoy, the Herald reported."


def _account(evidence: Evidence, **fields: object) -> AccountRow:
    made = {
        "id": "herald-1:e3", "type": "CONSULT", "status": "happened", "date": "2020-03-02", "sources": (),
        "targets": (), "place": None, "core": True, "attribution": (), "root": "Norland Herald", "rule": "consult.meet",
        "inferred": (), "confidence": 0.75, "trigger": (119, 122), "evidence": evidence,
    }  # fmt: skip
    return AccountRow(**(made | fields))  # type: ignore[arg-type]


def test_account_tells_chain_rule_confidence_and_root(
    event_row: Callable[..., EventRow], evidence: Callable[..., Evidence], written: Written, ada: Who, herald: Who
) -> None:
    """The way of the news is drawn from the report to the one who knows, and what made the account is named."""
    account = _account(evidence(WORDS), sources=(ada,), attribution=(herald, ada), place="Midtown")
    shown = written(why_view(Why(event_row(reports=2, roots=2), (account,), (), (), ())))
    assert shown.startswith("2020-03-02 · e1a2b3c4 ─")
    assert "2 reports, 1 outlet, 2 independent roots · e1a2b3c4d5e6" in shown
    assert "2020-03-02  ●  Ada Berg — CONSULT, in Midtown" in shown
    assert "[2020-03-03, Norland Herald, herald-1] ← Norland Herald ← Ada Berg" in shown
    assert "rule consult.meet, confidence 0.75, goes back to Norland Herald · herald-1:e3" in shown


def test_an_inferred_side_is_said_to_be_one(
    event_row: Callable[..., EventRow], evidence: Callable[..., Evidence], written: Written
) -> None:
    """A side that the clause leaves open is named as inferred beside the rule."""
    account = _account(evidence(WORDS), inferred=("target",))
    shown = written(why_view(Why(event_row(), (account,), (), (), ())))
    assert "rule consult.meet, target inferred, confidence 0.75" in shown


def test_trigger_is_marked_in_its_words(
    event_row: Callable[..., EventRow], evidence: Callable[..., Evidence], written: Written
) -> None:
    """The word that made the event stands out among those around it."""
    shown = written(why_view(Why(event_row(), (_account(evidence(WORDS)),), (), (), ())), colours=True)
    assert "\x1b[1mmet\x1b[0m" in shown


def test_account_without_text_or_with_a_strange_trigger_is_shown(
    event_row: Callable[..., EventRow], evidence: Callable[..., Evidence], written: Written
) -> None:
    """A record of spans alone, or a reading made elsewhere with a trigger outside its evidence, has an answer too."""
    accounts = _account(evidence("")), _account(evidence(WORDS), trigger=(0, 3)), _account(evidence(WORDS), date=None)
    shown = written(why_view(Why(event_row(), accounts, (), (), ())))
    assert shown.count("rule consult.meet") == 3
    assert shown.count("“") == 2


def test_conflicts_judgements_and_deeds_have_their_sections(
    event_row: Callable[..., EventRow], evidence: Callable[..., Evidence], written: Written
) -> None:
    """What speaks against an event, what people made of it and what came of it stand with it."""
    row = event_row()
    judgement = JudgementRow(3, "retype", "event", ("met",), "CONSULT", "a visit", "Kim", "2020-05-01T10:00:00", None)
    whole = Why(
        row, (_account(evidence(WORDS)),), (ConflictRow(row.id, None, "CONSULT", "date", "update", ()),), (judgement,),
        (DeedRow("announced", row, replace(row, id="e9")),),
    )  # fmt: skip
    shown = written(why_view(whole))
    titles = "Who tells it", "Where they differ", "What people decided", "Word and deed"
    places = [shown.index(title) for title in titles]
    assert places == sorted(places)
    assert "retype event met → CONSULT: a visit" in shown
