import re
from pathlib import Path

import brotli
import pytest

from amparo.design import sheets

ROOMS = Path(__file__).parent.parent.parent
PHONE, OWN, DESK = (
    (sheets.STATIC / name).read_text(encoding="utf-8")
    for name in ("phone.css", "amparo.css", "desk.css")
)
PHYSICAL = re.compile(
    r"(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right|top|bottom)\b"
    r"|(?<![\w-])(?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:(?!\s*[\d.]+rem\))"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)


def test_the_phone_sheet_is_what_the_knife_cuts() -> None:
    assert sheets.cut() == PHONE, "run: cut_sheet"


def test_the_sheets_of_a_phone_page_are_small() -> None:
    assert len(brotli.compress((PHONE + OWN).encode())) < 12_000


@pytest.mark.parametrize("sheet", [OWN, DESK])
def test_our_sheets_know_no_left_and_right(sheet: str) -> None:
    assert PHYSICAL.findall(sheet) == []


def test_the_phone_sheet_has_no_sides() -> None:
    assert sheets.PHYSICAL.findall(PHONE.replace(sheets.HEADER, "")) == []


def test_the_phone_sheet_asks_for_nothing_that_an_old_phone_does_not_know() -> None:
    assert not sheets.TOO_NEW.search(PHONE)
    assert "url(" not in PHONE + OWN + DESK


def test_a_side_without_a_logical_name_stops_the_knife() -> None:
    assert sheets.logical("padding-left", "1px") == ("padding-inline-start", "1px")
    assert sheets.logical("text-align", "right") == ("text-align", "end")
    with pytest.raises(ValueError, match="no logical name"):
        sheets.logical("object-position", "left top")


@pytest.mark.parametrize(
    ("selector", "used"),
    [
        (".btn:hover", True),
        (".btn:not(.btn-check)", True),
        (":root", True),
        (".btn .carousel", False),
        ("[data-bs-theme=dark] .btn", False),
        ("video", False),
    ],
)
def test_a_rule_is_kept_when_all_that_it_names_is_used(selector: str, used: bool) -> None:
    assert sheets.is_used(selector) is used


def test_a_class_that_no_sheet_of_the_phone_draws_is_found() -> None:
    template = '<p class="note {{ tone }} card-{{ n }} col-lg-8"><b class="badge tone-warn">'
    assert sheets.unknown_classes(template) == {"col-lg-8"}


def extends_phone(name: str, templates: dict[str, str]) -> bool:
    """Whether the template stands, through however many others, on the phone's sheet."""
    parent = re.search(r'{% extends "([^"]+)" %}', templates.get(name, ""))
    if name in ("design/phone.html", "design/plain.html"):
        return True
    return parent is not None and extends_phone(parent[1], templates)


def test_the_pages_on_the_phone_sheet_use_only_what_it_draws() -> None:
    templates = {
        str(page).split("/templates/", 1)[1]: page.read_text(encoding="utf-8")
        for page in ROOMS.glob("*/templates/**/*.html")
    }
    pages = {name: text for name, text in templates.items() if extends_phone(name, templates)}
    unknown = {name: sheets.unknown_classes(text) for name, text in pages.items()}
    assert "design/gallery/phone_page.html" in pages
    assert {name: classes for name, classes in unknown.items() if classes} == {}, (
        "use another class, or add it to phone_sheet.toml and run: cut_sheet"
    )
