"""Where work is done: in this process or in several, with the same results in the same order.

This is the one edge at which a defect in the work on one article is caught, so that it never stops the others.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from tei_edition.core.catalogue import finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tei_edition.core.finding import Finding

Item = TypeVar("Item")
Result = TypeVar("Result")

_ENOUGH_FOR_TWO = 100
"""Starting processes takes longer than working on fewer articles than this."""


@dataclass(frozen=True, slots=True)
class Guarded(Generic[Item, Result]):
    """A function that returns a finding (E599), wrapped as a result, where it would raise.

    Attributes:
        function: A pure function, importable by name so that another process can call it.
        failed: Makes the result of an item whose work failed.
    """

    function: Callable[[Item], Result]
    failed: Callable[[Item, Finding], Result]

    def __call__(self, item: Item) -> Result:
        """Call the function on one item."""
        try:
            return self.function(item)
        except Exception as error:  # noqa: BLE001 - the executor's edge: one bad article never stops a build
            import traceback  # noqa: PLC0415 - for defects only

            frames = traceback.extract_tb(error.__traceback__)
            place = f" in {frames[-1].name}, line {frames[-1].lineno}" if frames else ""
            return self.failed(item, finding("E599", f"{type(error).__name__}: {error}{place}"))


def jobs_for(count: int, asked: int | None) -> int:
    """Return how many processes to use for ``count`` articles, where ``asked`` is the user's wish."""
    if asked is not None:
        return max(1, min(asked, count))
    return min(os.cpu_count() or 1, count) if count >= _ENOUGH_FOR_TWO else 1


def run(work: Guarded[Item, Result], items: Sequence[Item], jobs: int, *, most: int = 16) -> Iterator[Result]:
    """Yield the result for each item, in their order, whatever the number of processes.

    Args:
        work: What to do with an item.
        items: The items.
        jobs: How many processes.
        most: So many items, at most, are handed to another process at once.
    """
    if jobs < 2:  # noqa: PLR2004 - one process is this one
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - one process needs no others
    from multiprocessing import get_context  # noqa: PLC0415 - one process needs no others

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin) as pool:
        yield from pool.map(work, items, chunksize=max(1, min(most, len(items) // (4 * jobs))))


def _begin() -> None:
    """Leave Ctrl-C to the process that started this one, which stops all; look for garbage as seldom as that does."""
    import gc  # noqa: PLC0415 - one process needs no others
    import signal  # noqa: PLC0415 - one process needs no others

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 20)
