import threading
from concurrent.futures import ThreadPoolExecutor

from ranke.errors import RecordError
from ranke.web.answered import Answered
from ranke.web.memory import _KEPT, Memory


def answer(title: str = "") -> Answered:
    """Return an answer."""
    return Answered("timeline", title, {}, int, ())


def test_an_answer_is_remembered_until_something_is_written() -> None:
    """The same question is asked once for each state of the record."""
    state, asked = [0], []
    memory = Memory(lambda: state[0])
    for now in (0, 0, 1, 1):
        state[0] = now
        memory.answer("key", lambda: asked.append(state[0]) or answer())  # type: ignore[func-returns-value]
    assert asked == [0, 1]


def test_what_was_written_meanwhile_counts() -> None:
    """An answer that was made while something was written is not kept."""
    state = [0]
    memory = Memory(lambda: state[0])

    def slow() -> Answered:
        state[0] += 1
        return answer(str(state[0]))

    assert [memory.answer("key", slow).title, memory.answer("key", slow).title] == ["1", "2"]


def test_few_are_remembered() -> None:
    """The answer that was wanted longest ago is forgotten first."""
    memory = Memory(lambda: 0)
    for number in range(_KEPT + 1):
        memory.answer(number, answer)
    assert memory.answer(0, lambda: answer("again")).title == "again"
    assert memory.answer(_KEPT, lambda: answer("again")).title == ""


def test_who_asks_the_same_meanwhile_waits_for_the_answer() -> None:
    """Two who ask at once ask the record once; an error is told to both, and kept for nobody."""
    memory, begun, go, asked = Memory(lambda: 0), threading.Event(), threading.Event(), []

    def slow() -> Answered:
        asked.append(1)
        begun.set()
        go.wait(5)
        if len(asked) == 1:
            message = "the record is gone"
            raise RecordError(message)
        return answer("found")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(memory.answer, "key", slow)
        begun.wait(5)
        second = pool.submit(memory.answer, "key", slow)
        go.set()
        assert isinstance(first.exception(), RecordError)
        second.exception()
    assert memory.answer("key", slow).title == "found"
    assert memory.answer("key", slow).title == "found"
    assert len(asked) == 2
