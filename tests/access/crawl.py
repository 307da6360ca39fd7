"""Going to an address as somebody, in a transaction that is rolled back, and what came of it."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from psycopg.sql import Composable
from pypdf import PdfReader

from access.forms import as_json, sent
from access.world import World
from amparo.audit.models import Decision
from amparo.audit.queries import OPENED, entries
from amparo.people.models import User
from amparo.vault.provider import unwraps
from repo.resolver import Address

ANONYMOUS = "anonymous"
FRESH = re.compile(
    r'name="(csrfmiddlewaretoken|key)" value="[^"]*"|value="[^"]*" name="(csrfmiddlewaretoken|key)"'
)


@dataclass(frozen=True)
class Visit:
    """`opened`: the keys unwrapped on the way, as (case, purpose); `written`: all audit rows;
    `refused`: those of them that say that somebody was turned away; `logged_keys`: how many keys
    they say were unwrapped, `unwrapped`: how many the provider counted.
    """

    persona: str
    address: Address
    method: str
    status: int
    sent_to: str
    body: str
    path: str = field(repr=False)
    opened: frozenset[tuple[UUID | None, str]]
    written: int
    refused: int
    logged_keys: int
    unwrapped: int
    statements: tuple[str, ...] = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    cookies: Mapping[str, Any] = field(repr=False)

    def __str__(self) -> str:
        return f"{self.method} {self.address.name} as {self.persona}: {self.status}"

    @property
    def shown(self) -> str:
        """All that came back, without the address asked for: an echo tells nobody anything new."""
        text = f"{self.sent_to}\n{self.body}"
        if self.address.arguments:
            for echo in (self.path, quote(self.path, safe=""), quote(self.path)):
                text = text.replace(echo, "")
        return text

    @property
    def outcome(self) -> str:
        """`ok`, `in` (sent to the sign-in), or the status."""
        if self.status == 302 and self.sent_to.startswith(reverse(settings.LOGIN_URL)):
            return "in"
        return "ok" if self.status in (200, 302) else str(self.status)


class Crawler:
    """Keeps one signed-in session per persona of the cast."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.logged = {name: self._log(name) for name in world.cast.users}
        self.sessions = {name: _session(user) for name, user in world.cast.users.items()}

    def visit(self, persona: str, address: Address, method: str, **arguments: Any) -> Visit:
        """`arguments` replace those of the world, to ask for something that is not there."""
        path = reverse(address.name, kwargs=self.arguments(address) | arguments)
        data = sent(address.name, self.world.cast) if method == "POST" else {}
        cache.clear()  # the sign-in counts attempts; each visit here is the first
        before = unwraps()
        with transaction.atomic():
            with _statements() as statements:
                call: Callable[..., Any] = getattr(self.browser(persona), method.lower())
                response: HttpResponse = call(path, data, **as_json(address.name, method))
            logged = self._log(persona) - self.logged.get(persona, frozenset())
            transaction.set_rollback(True)
        return Visit(
            persona=persona,
            address=address,
            method=method,
            status=response.status_code,
            sent_to=response.headers.get("Location", ""),
            body=_text(response),
            path=path,
            opened=frozenset((row[1], row[2]) for row in logged if row[3] == OPENED),
            written=len(logged),
            refused=sum(row[4] == Decision.DENY for row in logged),
            logged_keys=sum(row[5] for row in logged),
            unwrapped=unwraps() - before,
            statements=tuple(statements),
            headers=response.headers,
            cookies=response.cookies,
        )

    def arguments(self, address: Address) -> dict[str, Any]:
        known = self.world.arguments
        values = known[""] | known.get(address.name, {})
        if missing := set(address.arguments) - set(values):
            raise LookupError(f"{address.name} takes {missing}: give it one in access/world.py")
        return {name: values[name] for name in address.arguments}

    def browser(self, persona: str) -> Client:
        client = Client(raise_request_exception=False, headers={"x-forwarded-proto": "https"})
        if persona != ANONYMOUS:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[persona]
        return client

    def _log(self, persona: str) -> frozenset[tuple[Any, ...]]:
        if persona == ANONYMOUS:
            return frozenset()
        rows = entries().filter(actor=self.world.cast.users[persona].pk)
        return frozenset(rows.values_list("pk", "case_id", "purpose", "action", "decision", "keys"))


def _session(user: User) -> str:
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


@contextmanager
def _statements() -> Iterator[list[str]]:
    found: list[str] = []

    def keep(execute: Callable[..., Any], statement: str | Composable, *rest: Any) -> Any:
        found.append(statement.as_string() if isinstance(statement, Composable) else statement)
        return execute(statement, *rest)

    with connection.execute_wrapper(keep):
        yield found


def _text(response: HttpResponse) -> str:
    body = b"".join(response) if response.streaming else response.content
    if response.headers.get("Content-Type") == "application/pdf":
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages)
    return FRESH.sub("", body.decode())
