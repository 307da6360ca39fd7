"""A request that cannot be answered: a status, a sentence, and the fields that are at fault."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from typing_extensions import TypedDict  # what OpenAPI is written from reads no other

from amparo.directory.api import words

ASKED = "asked"  # the name that every operation has for what is asked of it
LONGEST = 80  # characters of a field's name that are said back


class Field(TypedDict):
    field: str
    sentence: str


class Problem(TypedDict):
    sentence: str
    fields: list[Field]


class NoSuchCode(Exception):
    """`field` holds a code that its list does not have."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


# What an operation may answer besides, as its description says.
LISTED = {frozenset({400, 422}): Problem}
NAMED = {frozenset({400, 404, 422}): Problem}


def answer_problems(api: NinjaAPI) -> None:
    def told(
        request: HttpRequest, status: int, sentence: object, fields: Iterable[Field] = ()
    ) -> HttpResponse:
        problem: Problem = {"sentence": str(sentence), "fields": list(fields)}
        return api.create_response(request, problem, status=status)

    @api.exception_handler(ValidationError)
    def wrong_fields(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return told(request, 422, words.WRONG_FIELDS, map(_field, error.errors))

    @api.exception_handler(NoSuchCode)
    def no_such_code(request: HttpRequest, error: NoSuchCode) -> HttpResponse:
        field: Field = {"field": error.field, "sentence": str(words.NO_SUCH_CODE)}
        return told(request, 422, words.WRONG_FIELDS, [field])

    @api.exception_handler(HttpError)
    def no_json(request: HttpRequest, error: HttpError) -> HttpResponse:
        return told(request, error.status_code, words.NO_JSON)

    @api.exception_handler(Http404)
    def not_here(request: HttpRequest, error: Http404) -> HttpResponse:
        return told(request, 404, words.NOT_HERE)


def _field(error: dict[str, Any]) -> Field:
    """What pydantic says, in our words and without what was sent."""
    _where, *path = error["loc"]
    name = ".".join(str(part) for part in path if part != ASKED)
    return {
        "field": name[:LONGEST],
        "sentence": words.of_field(error["type"], error.get("ctx", {})),
    }
