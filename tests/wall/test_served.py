"""What the server gives to whoever asks for what it was not meant to give."""

import json
from collections.abc import Callable

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.test import Client
from django.urls import NoReverseMatch, reverse

from amparo.config.static import NOT_SERVED
from amparo.people.models import User
from repo.resolver import addresses
from support.cast import Cast

Browser = Callable[[User], Client]
HTTPS = {"x-forwarded-proto": "https", "host": "testserver"}
REPOSITORY = (
    "/.git/HEAD", "/.git/config", "/.gitignore", "/.svn/entries", "/.env", "/.venv/pyvenv.cfg",
)  # fmt: skip
SOURCE = (
    "/manage.py", "/run", "/pyproject.toml", "/requirements/web.txt", "/var/secret_key.txt",
    "/src/amparo/config/settings.py", "/static/../manage.py", "/static/%2e%2e/manage.py",
    "/static/..%2fmanage.py", "/static/design/vendor/LICENSE", "/static/design/vendored.toml",
    "/var/keys/audit.key",
)  # fmt: skip
FOLDERS = ("/static/", "/static/design/", "/static/design/vendor/", "/media/", "/var/")
INSIDE = (
    "/admin/", "/docs/", "/api/docs", "/hsds/docs",
    "/openapi.json", "/metrics", "/health", "/status",
    "/server-status", "/debug/", "/__debug__/", "/silk/", "/phpinfo.php", "/design/", "/demo/",
)  # fmt: skip
SERVED = (".css", ".js", ".svg", ".png", ".ico", ".woff2", ".webp")
FORGED = {"x-forwarded-host": "elsewhere.example", "forwarded": "host=elsewhere.example"}


@pytest.mark.asvs("13.4.1", "13.4.3", "13.4.5", "13.4.7", "14.2.5")
@pytest.mark.parametrize("path", [*REPOSITORY, *SOURCE, *FOLDERS, *INSIDE])
def test_what_is_not_a_page_is_not_there(path: str, cast: Cast, client_of: Browser) -> None:
    for client in (client_of(cast.coordinator), Client(headers=HTTPS)):
        response = client.get(path)
        assert response.status_code == 404, path
        assert "no-store" in response.headers["Cache-Control"]
        assert "Index of" not in response.content.decode()


@pytest.mark.asvs("13.4.7")
def test_only_files_with_a_known_ending_are_served() -> None:
    found = [path for finder in get_finders() for path, _ in finder.list(NOT_SERVED)]
    assert found
    assert not [path for path in found if not path.endswith(SERVED)]


@pytest.mark.asvs("15.2.3", "13.4.5")
def test_production_has_no_page_for_developers_and_no_sign_in_without_a_factor() -> None:
    assert not settings.DEMO and not settings.DEBUG
    for name in ("demo:choose", "design:gallery", "admin:index"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    installed = {each.name for each in apps.get_app_configs()}
    assert not {"django.contrib.admin", "django.contrib.admindocs", "debug_toolbar"} & installed
    developers = ("demo:", "design:", "admin:")
    assert not [each for each in addresses() if each.name.startswith(developers)]


@pytest.mark.asvs("4.1.3", "3.7.2")
@pytest.mark.parametrize("path", ["/", "/files/"])
def test_no_header_of_a_user_decides_where_our_links_lead(path: str, db: None) -> None:
    response = Client(headers={**HTTPS, **FORGED}).get(path)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/account/login/")
    assert not settings.USE_X_FORWARDED_HOST and not settings.USE_X_FORWARDED_PORT


@pytest.mark.asvs("4.1.3")
def test_a_host_that_nobody_listed_gets_nothing(db: None) -> None:
    response = Client(headers={**HTTPS, "host": "elsewhere.example"}).get("/account/login/")
    assert response.status_code == 400
    assert "elsewhere" not in response.content.decode()


AWAY = (
    "https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)",
    r"/\elsewhere.example", "data:text/html,x", "https:elsewhere.example",
    "\thttps://elsewhere.example",
)  # fmt: skip


@pytest.mark.asvs("3.7.2", "1.2.2")
@pytest.mark.parametrize("away", AWAY)
def test_no_redirect_leads_away_whatever_next_says(
    away: str, cast: Cast, client_of: Browser
) -> None:
    client = client_of(cast.coordinator)
    language = client.post(reverse("set_language"), {"language": "fr", "next": away})
    assert language.status_code == 302 and language.headers["Location"] == "/"
    out = client.post(f"{reverse('account_logout')}?next={away}", {"next": away})
    assert "elsewhere" not in out.headers["Location"] and out.headers["Location"].startswith("/")
    page = Client(headers=HTTPS).get(reverse("account_login"), {"next": away}).content.decode()
    assert f'href="{away}' not in page and f'action="{away}' not in page


@pytest.mark.asvs("14.2.5", "14.2.2")
@pytest.mark.parametrize("ending", ["x.css", "x.js", ";x.css", "%0ax.css", "x.svg"])
def test_a_private_page_cannot_be_asked_for_as_a_file_that_caches_keep(
    ending: str, cast: Cast, client_of: Browser
) -> None:
    response = client_of(cast.coordinator).get(f"/files/{ending}", follow=True)
    assert response.status_code == 404
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.asvs("3.5.6")
def test_no_page_answers_as_a_script(cast: Cast, client_of: Browser) -> None:
    client, asked = client_of(cast.coordinator), {"callback": "x", "jsonp": "x", "format": "json"}
    for each in addresses():
        if not each.arguments:
            answer = client.get(reverse(each.name), asked)
            kind = answer.headers.get("Content-Type", "")
            if getattr(each.view, "for_programs", False):
                assert kind.startswith("application/json"), each.name
                assert json.loads(answer.content), each.name
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
            else:
                assert not kind.startswith(("application/j", "text/javascript")), each.name


@pytest.mark.asvs("14.2.1")
def test_no_address_takes_a_word_that_somebody_wrote() -> None:
    """Only numbers without meaning, references, and names of services, lists and documents.

    One address holds a secret, `account_welcome`: an invitation must be a link. It works once.
    """
    taken = {name for each in addresses() for name in each.arguments}
    assert {"reference", "pk", "slug"} <= taken
    assert [x.name for x in addresses() if "token" in x.arguments] == ["account_welcome"]
    written = {"name", "email", "phone", "given_name", "document", "password", "text", "q"}
    assert not written & taken
