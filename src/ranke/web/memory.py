"""Answers that were given lately, for as long as nothing is written to the record."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future

from ranke.web.answered import Answered

_KEPT = 64
"""Answers that are remembered: some megabytes."""


class Memory:
    """Remembers answers, and forgets all as soon as the record is another.

    Args:
        state: Returns what is different as soon as anything was written to the record.
    """

    def __init__(self, state: Callable[[], Hashable]) -> None:
        self._state = state
        self._of: Hashable = None
        self._answers: OrderedDict[Hashable, Answered] = OrderedDict()
        self._asked: dict[Hashable, Future[Answered]] = {}
        self._lock = threading.Lock()

    def answer(self, key: Hashable, ask: Callable[[], Answered]) -> Answered:
        """Return an answer, asking for it only where it is not remembered and nobody else is just asking.

        Args:
            key: What is asked.
            ask: Asks it.
        """
        # Taken before the question is asked: what is written meanwhile makes the answer be forgotten.
        state = self._state()
        with self._lock:
            if state != self._of:
                self._answers.clear()
                self._of = state
            elif key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
            asked = self._asked.get((state, key))
            if asked is None:
                mine = self._asked[state, key] = Future()
        return asked.result() if asked is not None else self._ask((state, key), mine, ask)

    def _ask(self, key: tuple[Hashable, Hashable], asked: Future[Answered], ask: Callable[[], Answered]) -> Answered:
        try:
            answer = ask()
        except BaseException as error:
            asked.set_exception(error)
            raise
        else:
            asked.set_result(answer)
            self._keep(*key, answer)
            return answer
        finally:
            with self._lock:
                del self._asked[key]

    def _keep(self, state: Hashable, key: Hashable, answer: Answered) -> None:
        with self._lock:
            if state == self._of:
                self._answers[key] = answer
                while len(self._answers) > _KEPT:
                    self._answers.popitem(last=False)
