from ranke.web.rates import _KEPT, RATES, Rates


def test_a_bucket_fills_up() -> None:
    """As many as at once are allowed, then one as soon as there is room again."""
    now = [0.0]
    rates = Rates(lambda: now[0])
    most, a_second = RATES["token"]
    assert [rates.take("a", "token") for _ in range(most + 1)] == [0] * most + [10]
    now[0] += 1 / a_second
    assert [rates.take("a", "token"), rates.take("a", "token") > 0] == [0, True]


def test_each_has_a_bucket_of_its_own() -> None:
    """What one asks for does not count for another, nor what is read for what is written."""
    rates = Rates(lambda: 0.0)
    while not rates.take("a", "token"):
        pass
    assert rates.take("b", "token") == 0
    assert rates.take("a", "read") == 0


def test_few_are_remembered() -> None:
    """Many addresses do not fill the memory."""
    rates = Rates(lambda: 0.0)
    for number in range(_KEPT + 50):
        rates.take(str(number), "read")
    assert len(rates._left) == _KEPT
