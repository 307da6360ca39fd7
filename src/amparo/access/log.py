"""The log for whoever watches over data protection; reading it is logged too (S1 ¶11).

The row of a reading says which parts of the question were asked, never with which words.
"""

from collections.abc import Iterable
from typing import TypeAlias
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.log_exports.actions import ask_for_rows
from amparo.access.log_exports.forms import AskForm
from amparo.access.log_exports.queries import released_export, released_exports
from amparo.access.log_search import ROWS, LogSearch, older_than
from amparo.access.log_words import action_words, purpose_words
from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.audit import verify
from amparo.audit.actions import record
from amparo.audit.models import Entry
from amparo.audit.names import mark_of
from amparo.audit.queries import last_check
from amparo.methods import clock, spreadsheet
from amparo.people.queries import users_by_id

Told: TypeAlias = tuple[Entry, str, str, str, str]
HEADER = ("row", "at", "who", "act", "decided", "purpose", "file", "thing", "keys")


@requires(Act.SEE_LOG)
def log(request: SignedInRequest) -> HttpResponse:
    search = LogSearch(request.GET)
    record("read the log", by=request.user, purpose=", ".join(search.used))
    found = older_than(search.rows(), _number(request.GET.get("after", "")))
    rows = list(found.newest_first()[: ROWS + 1])
    context = {
        "search": search,
        "rows": told(rows[:ROWS]),
        "older": rows[ROWS - 1].pk if len(rows) > ROWS else None,
        "last_check": last_check(),
        "exports": released_exports(request.user),
        "report": verify.live() if "check" in request.GET else None,
    }
    return render(request, "access/log.html", context)


@requires(Act.SEE_LOG)
def ask(request: SignedInRequest) -> HttpResponse:
    """Ask a second person to let the rows of a question leave."""
    question = LogSearch(request.GET).question
    if question is None:
        return redirect(f"{reverse('log')}?{request.GET.urlencode()}")
    form, asked = AskForm(request.POST or None), request.GET.dict()
    if request.method == "POST" and perform(
        form, lambda data: ask_for_rows(asked, by=request.user, **data), by=request.user
    ):
        messages.success(request, _("Asked. Once somebody else agrees you have a day to take it."))
        return redirect("log")
    return render(request, "access/log_ask.html", {"form": form, "asked": question.in_words()})


@requires(Act.SEE_LOG)
def export(request: SignedInRequest, export: UUID) -> HttpResponse:
    """The rows that a second person agreed to, the newest first, as a file for a spreadsheet."""
    row = released_export(request.user, export)
    if row is None:
        raise Http404
    record("exported the log", by=request.user, thing=row, purpose=", ".join(row.asked.used))
    rows = told(row.found()[: row.rows])
    response = HttpResponse(
        spreadsheet.as_csv(HEADER, [_line(row) for row in rows]),
        content_type="text/csv; charset=utf-8",
    )
    day = clock.now().date().isoformat()
    response["Content-Disposition"] = f'attachment; filename="log-{day}.csv"'
    return response


def told(rows: Iterable[Entry]) -> list[Told]:
    """Each row with who, what and why in words, and the mark of the file."""
    rows = list(rows)
    people = users_by_id({row.actor for row in rows})
    return [(row, str(people.get(row.actor, row.actor)), *_words(row)) for row in rows]


def _words(row: Entry) -> tuple[str, str, str]:
    return action_words(row.action), purpose_words(row.purpose), mark_of(row.case_id)


def _line(told: Told) -> list[spreadsheet.Cell]:
    row, who, what, why, mark = told
    decided, thing = str(row.get_decision_display()), mark_of(row.object_id)
    return [str(row), row.at.isoformat(), who, what, decided, why, mark, thing, row.keys]


def _number(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 19 else None
