import re
from pathlib import Path

import html5lib
import pytest
from django.test import Client

from amparo.design.templatetags.design import register

pytestmark = pytest.mark.urls("amparo.design.tests.urls")
GALLERY = Path(__file__).parent.parent / "templates/design/gallery"
PAGES = ["/design/", "/design/desk/", "/design/phone/", "/design/refused/"]
# Drawn by the layouts and the form templates, not by name in the gallery.
INSIDE = {"direction", "control", "language_switch", "error_summary"}


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_valid_html_in_both_directions(
    client: Client, page: str, direction: str
) -> None:
    response = client.get(page, {"dir": direction}, secure=True)
    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(response.content.decode())
    assert f'dir="{direction}"'.encode() in response.content


@pytest.mark.parametrize("page", PAGES)
def test_no_page_holds_an_inline_script_or_style(client: Client, page: str) -> None:
    html = client.get(page, secure=True).content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("page", PAGES)
def test_no_id_stands_twice_on_a_page(client: Client, page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', client.get(page, secure=True).content.decode())
    assert len(ids) == len(set(ids))


def test_every_component_is_shown_in_the_gallery() -> None:
    shown = "".join(template.read_text(encoding="utf-8") for template in GALLERY.iterdir())
    missing = {tag for tag in register.tags if not re.search(rf"{{% {tag}\b", shown)}
    assert missing == INSIDE
