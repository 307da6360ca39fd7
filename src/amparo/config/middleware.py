from collections.abc import Callable
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

# What no page of ours needs, the browser shall not offer to a page that was tampered with.
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class PrivatePagesMiddleware:
    """No page is kept by a browser or a proxy: a shared phone must not show the last one's work."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in unquote(request.get_full_path()):
            # PostgreSQL takes no NUL in text, and no address of ours has one.
            return HttpResponseBadRequest()
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
