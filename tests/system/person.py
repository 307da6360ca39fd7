"""Somebody at a screen of their own, who does what a user does and looks at every page."""

import os
import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from system.watch import Watch

SCREENS = Path(__file__).parents[2] / "docs" / "screens"
TALLEST, HEAVIEST, COLOURS = 1280, 300_000, 64  # pixels, bytes
PHONE, DESK = 390, 1280


def screens_are_wanted() -> bool:
    return os.environ.get("AMPARO_SCREENS") == "1"


class File(NamedTuple):
    """What names a file: the one is for the bureau, the other for people to speak of it."""

    reference: str
    pseudonym: str


class Person:
    """`looks` is False where the browser runs no scripts, and so no search for barriers."""

    def __init__(self, page: Page, name: str, watch: Watch, *, looks: bool = True) -> None:
        self.page, self.name, self.watch, self.looks = page, name, watch, looks

    def signs_in(self) -> None:
        self.opens("/demo/")
        self._go(self.page.get_by_role("button", name=re.compile(self.name)))

    def opens(self, path: str) -> None:
        self.page.goto(path)
        self.look()

    def follows(self, link: str) -> None:
        self._go(self.page.get_by_role("link", name=_begins(link)).first)

    def presses(self, button: str) -> None:
        self._go(self.page.get_by_role("button", name=_begins(button)).first)

    def presses_at(self, place: str, button: str) -> None:
        """The button in the row or panel that names `place`."""
        self._go(self._row(place, self.page.get_by_role("button", name=_begins(button))))

    def follows_at(self, place: str, link: str) -> None:
        self._go(self._row(place, self.page.get_by_role("link", name=_begins(link))))

    def _row(self, place: str, control: Locator) -> Locator:
        """The control in the innermost row or panel that holds both."""
        rows = self.page.locator("li, section").filter(has_text=place).filter(has=control)
        return control.and_(rows.last.get_by_role("button").or_(rows.last.get_by_role("link")))

    def _go(self, there: Locator) -> None:
        with self.page.expect_navigation():
            there.click()
        self.look()

    def look(self) -> None:
        if self.looks:
            self.watch.look(self.page, self.name)

    def chooses(self, answer: str, *, about: str = "") -> None:
        """One answer of several, in the group that asks `about` if there is more than one."""
        group = self.page.get_by_role("group", name=about) if about else self.page
        group.get_by_role("radio", name=_begins(answer)).check()

    def ticks(self, *answers: str) -> None:
        for answer in answers:
            self.page.get_by_role("checkbox", name=_begins(answer)).check()

    def writes(self, text: str, *, into: str) -> None:
        self.page.get_by_role("textbox", name=_begins(into)).fill(text)

    def counts(self, number: str, *, into: str) -> None:
        """A number, into a field that takes nothing else."""
        self.page.get_by_role("spinbutton", name=_begins(into)).fill(number)

    def dates(self, day: str, *, into: str) -> None:
        """A day as 2026-12-31, into the browser's own calendar."""
        self.page.get_by_label(into).fill(day)

    def picks(self, choice: str, *, of: str) -> None:
        self.page.get_by_role("combobox", name=_begins(of)).select_option(label=choice)

    def sees(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text)

    def does_not_see(self, *texts: str) -> None:
        """Not even in what the page holds without showing it."""
        held = self.page.content()
        for text in texts:
            assert text not in held, f"{self.name} must not read {text!r} on {self.page.url}"

    def is_told_nothing_of(self, path: str) -> None:
        """The page is absent for them, whether it exists or not."""
        assert self.page.request.get(path).status == 404

    def is_refused(self, path: str) -> None:
        """The page says that what it holds is sealed to them."""
        assert self.page.request.get(path).status == 403

    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text()

    def shows(self, name: str) -> None:
        """Keep the page as a picture in docs/screens, if that is asked for (AMPARO_SCREENS=1)."""
        if not screens_are_wanted():
            return
        size = self.page.viewport_size or {"width": DESK, "height": TALLEST}
        tall = int(self.page.evaluate("document.documentElement.scrollHeight"))
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(tall, TALLEST)}
        taken = self.page.screenshot(full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]  # numbers are floats here
        picture = SCREENS / f"{name}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        # Plain surfaces and letters: a palette shows them as they are, in a third of the bytes.
        Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS).save(picture, optimize=True)
        assert picture.stat().st_size < HEAVIEST, f"{picture.name} is too heavy"


def _begins(words: str) -> re.Pattern[str]:
    """A name that begins with these words: whole ones, so that “No” is not “Not asked yet”."""
    return re.compile(rf"^\s*{re.escape(words)}(?!\w)")
