"""One page of many rows, as HSDS writes it."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from typing_extensions import TypedDict  # what OpenAPI is written from reads no other

from amparo.directory.api.asked import Paged

Thing = TypeVar("Thing")
Row = TypeVar("Row")


class Page(TypedDict, Generic[Thing]):
    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    contents: list[Thing]


def page_of(
    rows: Sequence[Row] | QuerySet[Any, Row], asked: Paged, say: Callable[[Row], Thing]
) -> Page[Thing]:
    """A page past the last one is empty."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    start = (asked.page - 1) * asked.per_page
    contents = [say(row) for row in rows[start : start + asked.per_page]]
    pages = -(-total // asked.per_page)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not contents,
        "contents": contents,
    }
