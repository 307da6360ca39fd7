"""Every address, as everybody, by GET and POST: what each answer carries, and what it must not."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from access.crawl import Crawler, Visit
from access.matrix import PERSONAS, cells
from amparo.config.middleware import HEADERS, UNUSED

POLICY = {
    "default-src": "'none'", "object-src": "'none'", "base-uri": "'none'", "style-src": "'self'",
    "script-src": "'self'", "img-src": "'self' data:", "form-action": "'self'",
    "frame-ancestors": "'none'", "connect-src": "'self'", "report-uri": "/policy-report/",
}  # fmt: skip
HANDLER = re.compile(r"on[a-z]+")
ASKS = {"src", "srcset", "href", "action", "formaction", "poster", "data", "background", "ping"}
EXIT = settings.EXIT_URL
ELSEWHERE = re.compile(r"(https?:)?//", re.IGNORECASE)
TEXT = re.compile(
    r"(text/html|text/csv|text/plain|text/calendar|image/svg\+xml|application/json); charset=utf-8"
)
FILES = (
    "text/csv", "application/pdf", "application/octet-stream", "application/zip", "image/",
    "application/akn+xml",
)  # fmt: skip


# A file that is handed out: wherever a browser should show it all the same, it may do nothing.
NO_PAGE = {"default-src": "'none'", "sandbox": ""}


class Page(HTMLParser):
    """What a content policy would have to stop, found in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.script = tag == "script" and "src" not in told
        if tag in ("style", "iframe", "object", "embed", "base", "applet"):
            self.faults.append(f"<{tag}>")
        self.faults += [f"{name}=" for name in told if HANDLER.fullmatch(name) or name == "style"]
        self.faults += [f"<{tag} {fault}>" for fault in self._leads(tag, told)]

    def handle_data(self, data: str) -> None:
        if self.script and data.strip():
            self.faults.append("a script in the page")

    def _leads(self, tag: str, told: dict[str, str | None]) -> Iterator[str]:
        leaves = tag == "a" and "data-exit" in told and told.get("href") == EXIT
        for name, value in told.items():
            address = (value or "").strip()
            if name in ASKS and ELSEWHERE.match(address) and not leaves:
                yield f"{name}={address}"
            if name in ASKS and address.split(":")[0].lower() in ("javascript", "vbscript"):
                yield f"{name}={address}"


def policy(headers: Any) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in headers["Content-Security-Policy"].split(";")]
    return {name: value for name, _, value in parts if name}


def lacks(visit: Visit) -> Iterator[str]:
    """Which of the headers that every answer carries this one does not."""
    expected = {
        **HEADERS,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    }
    for name, value in expected.items():
        found = visit.headers.get(name, "")
        if found != value and not (name == "Cache-Control" and "no-store" in found):
            yield f"{name}: {found!r}"
    handed_out = "attachment" in visit.headers.get("Content-Disposition", "")
    if policy(visit.headers) not in ((POLICY, NO_PAGE) if handed_out else (POLICY,)):
        yield f"Content-Security-Policy: {visit.headers['Content-Security-Policy']}"


def carries(visit: Visit) -> Iterator[str]:
    """What an answer has that none may have."""
    named = [name for name in visit.headers if name.startswith("Access-Control-")]
    yield from named
    for name in ("Server", "X-Powered-By", "SourceMap"):
        if name in visit.headers:
            yield name
    kind = visit.headers.get("Content-Type", "")
    if visit.body and not TEXT.fullmatch(kind) and not kind.startswith(FILES):
        yield f"Content-Type: {kind}"
    if kind.startswith(FILES) and "attachment" not in visit.headers.get("Content-Disposition", ""):
        yield f"{kind} that a browser may show as a page"
    if visit.headers.get("Content-Type", "").startswith("text/html"):
        yield from Page(visit.body).faults


def leads_away(visit: Visit) -> bool:
    return bool(urlsplit(visit.sent_to).netloc or urlsplit(visit.sent_to).scheme)


def cookies(visit: Visit) -> Iterator[str]:
    for name, cookie in visit.cookies.items():
        told = f"{name}: {cookie.OutputString()}"
        good = (
            name.startswith("__Host-")
            and cookie["secure"]
            and cookie["httponly"]
            and cookie["samesite"] == "Strict"
            and cookie["path"] == "/"
            and not cookie["domain"]
            and len(name) + len(cookie.value) <= 4096
        )
        # A cookie that is taken back needs its name only.
        if not good and cookie.value:
            yield told


def faults(visit: Visit) -> Iterator[str]:
    yield from lacks(visit)
    yield from carries(visit)
    yield from cookies(visit)
    if leads_away(visit):
        yield f"sends to {visit.sent_to}"


@pytest.mark.asvs(
    "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5", "3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.5",
    "3.4.6", "3.4.7", "3.4.8", "3.5.8", "3.6.1", "3.7.2", "3.7.3", "4.1.1", "13.4.6", "14.2.2",
    "14.2.3", "14.3.2", "14.3.3", "3.2.1",
)  # fmt: skip
@pytest.mark.parametrize("persona", PERSONAS)
def test_every_answer_carries_the_whole_armour(persona: str, crawler: Crawler) -> None:
    visits = [crawler.visit(persona, address, method) for address, method in cells()]
    found = [f"{visit}: {fault}" for visit in visits for fault in faults(visit)]
    assert not found, "\n".join(["", *found])


@pytest.mark.asvs("3.4.3", "3.4.4", "3.4.6", "3.4.8", "16.5.1")
@pytest.mark.parametrize("address", ["/no-such-page/", "/files/%00/", "/static/nothing.css"])
def test_an_error_carries_it_too(address: str, db: None) -> None:
    response = Client(headers={"x-forwarded-proto": "https"}).get(address)
    assert response.status_code in (302, 400, 404)
    assert policy(response.headers) == POLICY
    for name in (*HEADERS, "X-Content-Type-Options", "Cross-Origin-Opener-Policy"):
        assert response.headers[name]


def test_the_search_for_faults_would_find_each_kind() -> None:
    """A scan that finds nothing proves something only if it can find."""
    bad = (
        '<p style="color:red" onclick="x()">', "<style>p{}</style>", "<script>x()</script>",
        '<a href="https://elsewhere.example/">', '<img src="//elsewhere.example/x.png">',
        '<a href=" JavaScript:x()">', '<iframe src="/"></iframe>', '<base href="/x/">',
    )  # fmt: skip
    for text in bad:
        assert Page(text).faults, text
    assert not Page('<script src="/static/x.js" defer></script><a href="/files/">').faults


Browser = Callable[..., Client]


@pytest.mark.asvs("3.4.5", "14.2.1")
def test_the_policy_for_features_names_no_feature_that_a_page_uses() -> None:
    assert "publickey-credentials-get" not in UNUSED
    assert len(set(UNUSED)) == len(UNUSED) > 20
