from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from amparo.audit.origins import one_request


class OriginMiddleware:
    """Give each request a number of its own, which every audit row written for it carries."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with one_request(request.session.session_key):
            return self.get_response(request)
