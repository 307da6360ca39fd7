"""What a search for barriers cannot see: that a page mirrors, and that tokens keep their order."""

from typing import Any

import pytest
from playwright.sync_api import Page

from system.conftest import Meet
from system.person import DESK, PHONE

NEAR = 2  # pixels
# Each item of the gallery with its controls, marks and cells, as [name, left, right].
BOXES = """() => [...document.querySelectorAll("[data-item]")].flatMap(item =>
    [item, ...item.querySelectorAll("input, select, textarea, button, .badge, .due, th, td, dd")]
        .filter(part => part.getClientRects().length)
        .map((part, n) => {
            const box = part.getBoundingClientRect();
            return [`${item.dataset.item} ${n} ${part.tagName}`, box.left, box.right];
        }))"""
# The left edge of each sign of each token inside a sentence from right to left.
GLYPHS = """() => [...document.querySelectorAll('[dir="rtl"] :is(bdi, .naked)')].map(token => {
    const text = token.firstChild, range = document.createRange();
    const lefts = [...text.data].map((sign, n) => {
        range.setStart(text, n);
        range.setEnd(text, n + 1);
        return range.getBoundingClientRect().left;
    });
    return [text.data, lefts];
})"""
NAKED = """text => document.querySelector('[dir="rtl"]').insertAdjacentHTML(
    "beforeend", `<span class="naked">${text}</span>`)"""
TOKENS = ("2026-0043-FR", "+33 6 12 34 56 78", "gate@garden.example", "22 Nov 2026", "-12", "10–20")


def boxes(page: Page, direction: str) -> dict[str, tuple[float, float]]:
    page.goto(f"/design/?dir={direction}")
    return {name: (left, right) for name, left, right in page.evaluate(BOXES)}


def in_order(page: Page) -> dict[str, bool]:
    """Each token of a right-to-left sentence, and whether its signs stand from left to right."""
    found: list[Any] = page.evaluate(GLYPHS)
    return {text: lefts == sorted(lefts) for text, lefts in found}


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_item_of_the_gallery_mirrors(meet: Meet, width: int) -> None:
    page = meet("", width=width).page
    plain, mirrored = boxes(page, "ltr"), boxes(page, "rtl")
    inside = page.evaluate("document.documentElement.clientWidth")
    torn = [
        f"{name}: {plain[name]} became {mirrored[name]}"
        for name, (left, right) in plain.items()
        if abs(inside - right - mirrored[name][0]) > NEAR
        or abs(inside - left - mirrored[name][1]) > NEAR
    ]
    assert len(plain) > 60
    assert not torn, "\n".join(torn)


def test_tokens_keep_their_order_in_a_sentence_from_right_to_left(meet: Meet) -> None:
    page = meet("").page
    page.goto("/design/?dir=rtl")
    found = in_order(page)
    assert [token for token in TOKENS if not any(token in each for each in found)] == []
    assert [text for text, right in found.items() if not right] == []


@pytest.mark.parametrize("token", ["2026-0043-FR", "+33 6 12 34 56 78", "10–20"])
def test_a_token_without_its_component_would_be_seen_out_of_order(meet: Meet, token: str) -> None:
    page = meet("").page
    page.goto("/design/?dir=rtl")
    page.evaluate(NAKED, token)
    page.locator("bdi", has_text=token).evaluate_all("all => all.forEach(each => each.remove())")
    assert in_order(page)[token] is False
