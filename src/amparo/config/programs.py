"""An interface for programs answers in JSON whatever happens, where a page would be a page."""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amparo.config.errors import short_number

GetResponse = Callable[[HttpRequest], HttpResponse]
SENTENCES = {
    HTTPStatus.BAD_REQUEST: _("This request cannot be read."),
    HTTPStatus.UNAUTHORIZED: _("Sign in first."),
    HTTPStatus.FORBIDDEN: _(
        "Your unit has no mandate for this, or the token of a form is missing."
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: _("This address does not take this method."),
    HTTPStatus.SERVICE_UNAVAILABLE: _(
        "The database does not answer, and nothing is half done. Try again in half a minute."
    ),
}
BROKEN = _("Something broke on our side. Nothing is half done.")
OF_A_PAGE = ("Content-Length", "Location")


class ProgramsMiddleware:
    """Says in JSON what another layer said with a page: sign in, not open to you, broken."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not _is_for_programs(request) or _is_json(response):
            return response
        status = _status(response)
        if status < HTTPStatus.BAD_REQUEST:
            return response
        # The same answer with other words: it knows whether the log has its line.
        for name in OF_A_PAGE:
            response.headers.pop(name, None)
        response.status_code = status
        response.headers["Content-Type"] = "application/json; charset=utf-8"
        response.content = json.dumps(_problem(request, status)).encode()
        return response


def _status(response: HttpResponse) -> int:
    """A program cannot follow where a person signs in."""
    sign_in = reverse(settings.LOGIN_URL)
    if response.status_code == HTTPStatus.FOUND and response["Location"].startswith(sign_in):
        return HTTPStatus.UNAUTHORIZED
    return response.status_code


def _is_for_programs(request: HttpRequest) -> bool:
    """As the address says of its view; where no view was found, it is a page."""
    match = request.resolver_match
    return bool(match and getattr(match.func, "for_programs", False))


def _is_json(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("application/json")


def _problem(request: HttpRequest, status: int) -> dict[str, Any]:
    problem = {"sentence": str(SENTENCES.get(HTTPStatus(status), BROKEN)), "fields": []}
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        problem["number"] = short_number(request)
    return problem
