"""What is written down of an event: when, where, who and what kind. Never a value.

An error's own message may hold a row (PostgreSQL's DETAIL), a line of a log an address with the
reference of a file. So a message is kept only if it stands word by word in the code that wrote it;
of an error the types and the places. One line of JSON each, so that nothing can forge a second.
"""

import json
import linecache
import logging
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter
from gunicorn import glogging
from psycopg import Error as DatabaseFault

from amparo.audit import origins

OURS = "amparo."
DEEPEST = 40  # frames of a traceback, the innermost
SPAN = 12  # lines that one call of a logger may take
WARNING = re.compile(r"(?P<place>[^\n:]+:\d+): (?P<kind>\w+):")


class Bare(logging.Formatter):
    """A record as one line of JSON that holds nothing a person wrote."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "by": record.name,
            "place": _place(record.pathname, record.lineno),
            "said": _said(record),
            **_of_request(getattr(record, "request", None)),
            "status": getattr(record, "status_code", None),
        }
        if record.exc_info and record.exc_info[1]:
            told |= {
                "error": list(kinds(record.exc_info[1])),
                "where": list(frames(record.exc_info[2])),
            }
        return json.dumps({name: value for name, value in told.items() if value})


def _said(record: logging.LogRecord) -> str:
    """The sentence, if it is one of the code's own; nothing that was put into it elsewhere."""
    if record.name.startswith(OURS):
        return record.getMessage()
    if record.name == "py.warnings":
        found = WARNING.match(record.getMessage())
        return f"{found['kind']} {_shorter(found['place'])}" if found else ""
    return str(record.msg) if _stands_in_the_code(record) else ""


def _stands_in_the_code(record: logging.LogRecord) -> bool:
    lines = range(record.lineno, record.lineno + SPAN)
    code = "".join(linecache.getline(record.pathname, line) for line in lines)
    return isinstance(record.msg, str) and len(record.msg) > 3 and record.msg in code


def _of_request(request: Any) -> dict[str, str]:  # noqa: ANN401  a request, or what some library calls one
    """Its number, who asked if that is known already, and the name of the page, not its address."""
    number = getattr(request, "number", None) or origins.current().request
    match = getattr(request, "resolver_match", None)
    user = getattr(request, "_cached_user", None)
    return {
        "request": str(number or ""),
        "who": str(getattr(user, "pk", None) or ""),
        "method": str(getattr(request, "method", "") or ""),
        "page": getattr(match, "view_name", ""),
    }


def kinds(error: BaseException | None) -> Iterator[str]:
    """The type of an error and of all that led to it; of the database's, its code and table."""
    while error is not None:
        name = f"{type(error).__module__}.{type(error).__qualname__}"
        if isinstance(error, DatabaseFault):
            told = (error.sqlstate, error.diag.table_name, error.diag.constraint_name)
            name = " ".join((name, *(part for part in told if part)))
        yield name
        error = error.__cause__ or error.__context__


def frames(trace: TracebackType | None) -> Iterator[str]:
    """Where it happened, outermost first: file, line and function; no source, no variable."""
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{_place(code.co_filename, trace.tb_lineno)} {code.co_name}")
        trace = trace.tb_next
    yield from found[-DEEPEST:]


def _place(path: str, line: int) -> str:
    return f"{_shorter(path)}:{line}"


def _shorter(path: str) -> str:
    for folder in (settings.PACKAGE.parent, *sorted(map(Path, sys.path), reverse=True)):
        if folder != Path() and path.startswith(f"{folder}/"):
            return path[len(str(folder)) + 1 :]
    return path


class BareReport(ExceptionReporter):
    """What Django would mail or show of an error: the same types and places, and nothing else."""

    def get_traceback_text(self) -> SafeString:
        return SafeString("\n".join((*kinds(self.exc_value), *frames(self.tb))))

    def get_traceback_html(self) -> SafeString:
        return format_html("<pre>{}</pre>", "\n".join((*kinds(self.exc_value), *frames(self.tb))))


class ServerLog(glogging.Logger):  # type: ignore[misc]  # gunicorn has no types
    """The web server's own log, in the same form."""

    def setup(self, cfg: Any) -> None:  # noqa: ANN401  as gunicorn declares it
        super().setup(cfg)
        if not settings.DEMO:
            for handler in self.error_log.handlers:
                handler.setFormatter(Bare())
