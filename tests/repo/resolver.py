"""Every address of the product, as Django's own resolver knows it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """`name` as reverse() takes it; `arguments` are the names in its pattern."""

    name: str
    arguments: tuple[str, ...]
    view: Callable[..., HttpResponse]


def addresses() -> list[Address]:
    return list(_below(get_resolver().url_patterns, "", ()))


def _below(
    patterns: Sequence[URLPattern | URLResolver], space: str, above: tuple[str, ...]
) -> Iterator[Address]:
    for each in patterns:
        arguments = (*above, *_arguments(each.pattern))
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _below(each.url_patterns, inner, arguments)
        else:
            yield Address(f"{space}{each.name}", arguments, each.callback)


def _arguments(pattern: Any) -> tuple[str, ...]:
    return tuple(pattern.regex.groupindex)
