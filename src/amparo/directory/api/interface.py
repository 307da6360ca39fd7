"""What the two interfaces are made of: the same errors, the same first answer, the same wall."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, reverse
from ninja import NinjaAPI
from ninja.operation import Operation
from typing_extensions import TypedDict  # what OpenAPI is written from reads no other

from amparo.directory.api.problems import answer_problems
from amparo.directory.hsds.ids import PROFILE

VERSION = "1.0"  # of the profile
STANDARD = "HSDS-3.1"
View = Callable[..., HttpResponseBase]


class About(TypedDict):
    version: str
    profile: str
    openapi_url: str


class Interface(NinjaAPI):
    """`schemes`: what a program shows to be let in, in the words of OpenAPI."""

    schemes: Mapping[str, Any] = {}

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__


def interface(name: str, title: str, description: str) -> Interface:
    """Its own page of documentation would come from another host: there is none."""
    api = Interface(
        title=title, description=description, version=VERSION, urls_namespace=name,
        docs_url=None, openapi_url=None,
        openapi_extra={"info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}},
    )  # fmt: skip
    answer_problems(api)

    @api.get("/openapi.json", include_in_schema=False, url_name="openapi")
    def openapi(request: HttpRequest) -> dict[str, Any]:
        return described(api)

    return api


def about(request: HttpRequest, name: str) -> About:
    return {
        "version": STANDARD,
        "profile": PROFILE,
        "openapi_url": request.build_absolute_uri(reverse(f"{name}:openapi")),
    }


def described(api: Interface) -> dict[str, Any]:
    """The interface in OpenAPI 3.1, as docs/reference/ keeps it."""
    root = reverse(f"{api.urls_namespace}:root")
    found = dict(api.get_openapi_schema(path_prefix=root))
    if api.schemes:
        found["components"]["securitySchemes"] = dict(api.schemes)
        found["security"] = [{name: [] for name in api.schemes}]
    return found


def behind(wall: Callable[[View], View], api: NinjaAPI, *, csrf: bool) -> list[URLPattern]:
    """Its addresses, each behind the wall; `csrf`: whether a POST shows the token of a form.

    The library gives an address once for each of its methods, and one more for the root.
    """
    found, _app, _space = api.urls
    once = {str(each.pattern): each for each in reversed(found) if isinstance(each, URLPattern)}
    for address in once.values():
        view = wall(_answering_head(address.callback))
        vars(view).update(csrf_exempt=not csrf, for_programs=True)
        address.callback = view
    return list(reversed(once.values()))


def _answering_head(view: View) -> View:
    """HEAD is GET without its body, which the server leaves out (RFC 9110, 9.3.2)."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        method = request.method
        request.method = "GET" if method == "HEAD" else method
        try:
            return view(request, *args, **kwargs)
        finally:
            request.method = method

    return answer
