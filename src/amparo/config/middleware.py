"""What every answer carries, and what is turned away before anything of ours looks at it."""

from collections.abc import Callable
from urllib.parse import unquote

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseForbidden,
    HttpResponseNotAllowed,
)

from amparo.audit.origins import numbered

GetResponse = Callable[[HttpRequest], HttpResponse]

METHODS = ("GET", "HEAD", "POST")
# What no page of ours needs, the browser shall not offer to a page that was tampered with.
UNUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read",
    "display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope",
    "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
    "picture-in-picture", "screen-wake-lock", "serial", "storage-access", "usb",
    "window-management", "xr-spatial-tracking",
)  # fmt: skip
HEADERS = {
    # No page is kept by a browser or a proxy: a shared phone must not show the last one's work.
    "Cache-Control": "no-store",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


class HeadersMiddleware:
    """The outermost: no answer leaves without these headers, whichever layer gave it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with numbered() as number:
            request.number = number  # type: ignore[attr-defined]  # config.logs reads it
            response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if _ends_a_session(response):
            # What the browser still holds of this session's pages goes with it.
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


def _ends_a_session(response: HttpResponse) -> bool:
    cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
    return cookie is not None and not cookie.value


class GateMiddleware:
    """Refuse what no browser sends for a user of ours: other methods, NUL, calls by other sites."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if "\0" in unquote(request.get_full_path()):
            # PostgreSQL takes no NUL in text, and no address of ours has one.
            return HttpResponseBadRequest()
        if _called_by_another_site(request):
            return HttpResponseForbidden()
        return self.get_response(request)


def _called_by_another_site(request: HttpRequest) -> bool:
    """By what browsers say of a request (W3C, Fetch Metadata); an old browser says nothing.

    Another site may lead somebody here by a link, and do nothing else: no form, no picture, no
    frame, no script.
    """
    told = request.headers
    if told.get("Sec-Fetch-Site", "none") in ("none", "same-origin"):
        return False
    followed = told.get("Sec-Fetch-Mode") == "navigate" and told.get("Sec-Fetch-Dest") == "document"
    return not (followed and request.method in ("GET", "HEAD"))
