"""Work in one process and in several: the same results in the same order, defects kept to their items."""

from __future__ import annotations

import signal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.edition.executors import Guarded, jobs_for, run
from work import failed, twice

WORK = Guarded(twice, failed)


@given(st.lists(st.integers(0, 50), max_size=12))
def test_results_come_in_the_order_of_the_items_and_defects_stay_alone(items: list[int]) -> None:
    results = list(run(WORK, items, 1))
    assert len(results) == len(items)
    for item, result in zip(items, results, strict=True):
        if item % 7 == 3:
            assert result.startswith(f"{item}: E599 ValueError: {item} is no number for us")
        else:
            assert result == str(2 * item)


def test_a_defect_says_where_it_was() -> None:
    (told,) = run(WORK, [3], 1)
    assert " in twice, line " in told


def test_two_processes_give_what_one_gives() -> None:
    items = list(range(40))
    assert list(run(WORK, items, 2)) == list(run(WORK, items, 1))


def test_working_in_processes_leaves_ctrl_c_as_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)
    assert list(run(WORK, [1, 2, 4], 2)) == ["2", "4", "8"]
    assert signal.getsignal(signal.SIGINT) is before


def test_what_is_no_defect_is_not_caught() -> None:
    def interrupted(_: int) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(run(Guarded(interrupted, failed), [1], 1))


@given(st.integers(0, 500), st.one_of(st.none(), st.integers(-3, 600)))
def test_there_are_never_more_processes_than_articles_nor_fewer_than_one(count: int, asked: int | None) -> None:
    jobs = jobs_for(count, asked)
    assert 1 <= jobs <= max(1, count)
    if asked is not None and 1 <= asked <= count:
        assert jobs == asked


def test_few_articles_start_no_process() -> None:
    assert jobs_for(20, None) == 1


def test_results_are_given_as_they_come() -> None:
    seen: list[int] = []

    def noting(number: int) -> str:
        seen.append(number)
        return str(number)

    results = run(Guarded(noting, failed), [1, 2, 3], 1)
    assert next(results) == "1"
    assert seen == [1]
