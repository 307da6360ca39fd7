"""The last page: a fault of ours, or the database (or the disk) that does not answer."""

import errno
import logging
import sys
from collections.abc import Iterator
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger("amparo.errors")

FULL = (errno.ENOSPC, errno.EDQUOT)
WAIT = 30  # seconds after which a browser, or a person, may try again
BARE = "<!doctype html><title>Amparo</title><p>Something broke on our side. Nothing is half done."


def server_error(request: HttpRequest) -> HttpResponse:
    """Called while the error is being handled; asks neither the database nor who is signed in."""
    waits = any(is_passing(error) for error in _chain(sys.exc_info()[1]))
    status, template = (503, "503.html") if waits else (500, "500.html")
    context = {"number": short_number(request)}
    try:
        page: str = render_to_string(template, context)
    except Exception:  # whatever it is, somebody waits for an answer
        logger.exception("The page for an error could not be made.")
        page = BARE
    return HttpResponse(page, status=status, headers={"Retry-After": str(WAIT)} if waits else {})


def short_number(request: Any) -> str:  # noqa: ANN401  a request that may have got no number yet
    """The beginning of the request's number, short enough to be read out over the telephone."""
    return str(getattr(request, "number", ""))[:8]


def is_passing(error: BaseException) -> bool:
    """A neighbour is gone or full: the same may work in a minute, and nothing is half done."""
    if isinstance(error, OSError):
        return error.errno in FULL
    return isinstance(error, OperationalError | InterfaceError)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
