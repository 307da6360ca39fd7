"""What programs were promised, and that no request makes either interface break."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

import pytest
import schemathesis
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as Hypothesis
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from amparo.directory.api.snapshots import snapshots
from amparo.directory.hsds import ids
from amparo.people.models import User
from support.cast import Cast
from support.houses import hidden_house, open_office

Browser = Callable[[User], Client]
CHECKS: list[Any] = [
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_schema_conformance,
]  # fmt: skip
EXAMPLES = 12
TOKEN = "t" * 32


@pytest.mark.parametrize("name", ["openapi-public.json", "openapi-services.json"])
def test_the_file_of_the_interface_is_as_it_is_served(name: str) -> None:
    (path, text) = next(each for each in snapshots().items() if each[0].name == name)
    assert path.read_text() == text, "What programs rely on has changed: ./run openapi"


def served(**headers: str) -> Callable[..., Iterable[bytes]]:
    """The product as a server runs it, with what a client of it always sends."""
    product = get_wsgi_application()

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        always = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_ACCEPT_ENCODING": "identity"}
        return product(environ | always | headers, start)

    return answer


def signed_in(client: Client) -> dict[str, str]:
    """The session of a browser, and the token of a form in it."""
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: TOKEN}
    return {
        "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "HTTP_REFERER": "https://localhost/",
        "HTTP_X_CSRFTOKEN": TOKEN,
    }


def tried(
    address: str, application: Callable[..., Iterable[bytes]], there: Mapping[str, UUID]
) -> Counter[int]:
    """Ask every operation what it takes, what it does not, and what is there (one thing of each
    list); gives the answers by status.
    """
    schema = schemathesis.openapi.from_wsgi(address, application)
    answers: Counter[int] = Counter()
    found: Iterator[Any] = schema.get_all_operations()
    operations = [each.ok() for each in found]
    for operation in operations:
        for mode in GenerationMode:
            _ask(operation, mode, answers)
        if operation.path.endswith("/{id}"):
            thing = str(there[operation.path.split("/")[-2]])
            _hold(operation.Case(path_parameters={"id": thing}), answers)
    return answers


def _ask(operation: Any, mode: GenerationMode, answers: Counter[int]) -> None:
    @given(case=operation.as_strategy(generation_mode=mode))
    @Hypothesis(
        max_examples=EXAMPLES, derandomize=True, database=None, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def run(case: Any) -> None:
        _hold(case, answers)

    with suppress(Unsatisfiable):  # nothing can be wrong where nothing is asked
        run()


def _hold(case: Any, answers: Counter[int]) -> None:
    response = case.call()
    answers[response.status_code] += 1
    # An address with NUL is turned away before any view, without a word (config.middleware).
    case.validate_response(response, checks=CHECKS if response.content else CHECKS[:2])


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """A server gives its connection back after a request; here the test's own rows are in it."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def there(cast: Cast) -> dict[str, UUID]:
    """A service of each sort, so that not every question finds nothing."""
    hidden_house(cast)
    office = open_office(cast)
    return {
        "services": office.pk,
        "organizations": office.unit.organisation_id,
        "service_at_locations": office.locations.get().pk,
        "taxonomies": ids.of_taxonomy("forms"),
        "taxonomy_terms": ids.of_term("sex", "F"),
    }


@pytest.mark.usefixtures("kept_connection")
def test_no_request_breaks_the_interface_for_everybody(there: dict[str, UUID]) -> None:
    answers = tried("/hsds/openapi.json", served(), there)
    assert not [status for status in answers if status >= 500]
    assert answers[200] > 100 and answers[422] > 50


@pytest.mark.usefixtures("kept_connection")
def test_no_request_breaks_our_own_interface(
    cast: Cast, client_of: Browser, there: dict[str, UUID]
) -> None:
    session = signed_in(client_of(cast.first_responder))
    answers = tried("/api/openapi.json", served(**session), there)
    assert not [status for status in answers if status >= 500]
    assert answers[200] > 100 and answers[422] > 50
