"""A page as it stands for a reader of a script from right to left."""

import json

from playwright.sync_api import Page

from system.serving import House

MIRROR = """async sheet => {
    const link = document.querySelector('link[href*="tabler.min"]');
    if (link) await new Promise(done => { link.onload = done; link.href = sheet; });
    document.documentElement.dir = "rtl";
}"""


def mirror(page: Page, house: House) -> None:
    """What the templates do for a language of the right, done to the page as it is shown now."""
    manifest = json.loads((house.folder / "static" / "staticfiles.json").read_text())
    page.evaluate(MIRROR, f"/static/{manifest['paths']['design/vendor/tabler.rtl.min.css']}")
