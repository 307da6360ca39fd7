import re
from html import unescape

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils.translation import override

pytestmark = pytest.mark.urls("amparo.design.tests.urls")
ERROR_PAGES = ["403.html", "403_csrf.html", "404.html", "500.html"]


def test_a_page_says_its_language_and_direction() -> None:
    request = RequestFactory().get("/")
    with override("ar"):
        html = render_to_string("design/desk.html", {"request": request})
    assert '<html lang="ar" dir="rtl" class="desk">' in html
    assert "tabler.rtl" in html


def test_a_page_begins_with_a_way_past_the_navigation(client: Client) -> None:
    html = client.get("/design/desk/", secure=True).content.decode()
    links = re.findall(r'<a [^>]*href="([^"]+)"', html)
    assert links[0] == "#main"
    assert '<main id="main"' in html


def test_the_language_is_switched_by_a_form_that_comes_back(client: Client) -> None:
    html = client.get("/design/phone/?dir=ltr", secure=True).content.decode()
    assert 'method="post" action="/language/"' in html
    assert 'name="next" value="/design/phone/?dir=ltr"' in html
    assert re.search(r'name="language" value="fr" lang="fr"[^>]*>[Ff]rançais', unescape(html))


@pytest.mark.parametrize("template", ERROR_PAGES)
def test_an_error_page_draws_with_nothing_at_hand(template: str) -> None:
    with override("en"):
        html = render_to_string(template)
    assert html.count("<h1>") == 1
    assert re.search(r"saved|lost", html), "it says what is safe"
    assert 'href="/"' in html


def test_a_first_page_on_a_phone_is_small_with_all_that_it_loads(client: Client) -> None:
    html = client.get("/design/phone/", secure=True).content
    loaded = re.findall(r'(?:href|src)="/?static/([^"]+)"', html.decode())
    assert any(path.startswith("design/phone") for path in loaded)
    sizes = [len(brotli.compress(html))]
    for path in loaded:
        name = re.sub(r"\.[0-9a-f]{12}(?=\.)", "", path)  # the storage puts a digest into names
        found = finders.find(name)
        assert isinstance(found, str), path
        with open(found, "rb") as file:
            sizes.append(len(brotli.compress(file.read())))
    assert sum(sizes) < 25_000
