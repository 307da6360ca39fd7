"""The same work by any number of threads, with the same result to the last bit.

The work is cut into parts that do not depend on how many threads there are, each part writes rows
of its own, and whatever is added up is added up afterwards in one order.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def available() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_parts(
    work: Callable[[int, int], None], length: int, *, part: int, threads: int | None = None
) -> None:
    """Calls `work(first, last)` for all of range(length). `work` must let go of the lock."""
    ranges = [(first, min(first + part, length)) for first in range(0, length, part)]
    count = min(threads or available(), len(ranges))
    if count <= 1:
        for first, last in ranges:
            work(first, last)
        return
    with ThreadPoolExecutor(count) as pool:
        for done in [pool.submit(work, *each) for each in ranges]:
            done.result()
