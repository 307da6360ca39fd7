"""Our scripts: few, served by us, and none of them can be told by another page what to do."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from repo.sources import Breach, committed, product, told

SCRIPTS = [p for p in committed() if p.suffix in (".js", ".mjs") and settings.PACKAGE in p.parents]
MARKUP = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc"
RUNS = r"\beval\b|new Function|setTimeout\(\s*[\"']|setInterval\(\s*[\"']|import\("
KEEPS = r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|serviceWorker"
HEARS = r"window\.addEventListener\(\s*[\"']message|\bonmessage\b|postMessage\([^)]*\*"
ASKS = r"XMLHttpRequest|WebSocket|EventSource|sendBeacon|https?://|fetch\(\s*[\"'`]"


def found(pattern: str) -> list[Breach]:
    return [
        Breach(path, number, line.strip())
        for path in SCRIPTS
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(pattern, line) and not line.strip().startswith("//")
    ]


def test_there_are_few_scripts_and_all_are_looked_at() -> None:
    assert {path.name for path in SCRIPTS} >= {"exit.js", "keys.js"}
    assert len(SCRIPTS) < 10


@pytest.mark.asvs("3.2.2", "1.3.2", "1.2.3")
def test_no_script_makes_markup_or_code_from_text() -> None:
    assert not (here := found(f"{MARKUP}|{RUNS}")), told(here)


@pytest.mark.asvs("14.3.3")
def test_no_script_keeps_anything_in_the_browser() -> None:
    assert not (here := found(KEEPS)), told(here)


@pytest.mark.asvs("3.5.5")
def test_no_script_hears_messages_of_other_windows() -> None:
    """The exit speaks over a BroadcastChannel, which reaches pages of this origin only."""
    assert not (here := found(HEARS)), told(here)


@pytest.mark.asvs("3.5.6", "3.5.7", "14.2.3")
def test_no_script_asks_another_server_and_none_is_made_by_one() -> None:
    """What the sign-in asks stands in its own page; `connect-src` holds it to this origin."""
    assert not (here := found(ASKS)), told(here)
    views = [p for p in product() if "views" in str(p.relative_to(settings.PACKAGE))]
    made = [p for p in views if re.search(r"JsonResponse|javascript|callback", p.read_text())]
    assert not made, made


@pytest.mark.asvs("3.6.1")
def test_every_vendored_file_is_known_by_its_checksum() -> None:
    text = Path(settings.PACKAGE, "design", "vendored.toml").read_text()
    folder = Path(settings.PACKAGE, "design", "static", "design", "vendor")
    for path in folder.iterdir():
        assert f'path = "{path.name}"' in text
