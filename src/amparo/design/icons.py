"""Icons, drawn from the vendored sprite into the page itself: no request, and they print."""

import re
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString

SPRITE = Path(__file__).parent / "static/design/vendor/icons.svg"
SYMBOL = re.compile(r'<symbol id="([a-z-]+)" viewBox="0 0 24 24">(.*?)</symbol>')
# They point along the line of text, so they turn round with it.
DIRECTED = {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "logout", "send"}


@cache
def drawings() -> dict[str, SafeString]:
    """Name of an icon -> the shapes inside its symbol. Safe: the file is ours and checksummed."""
    return {name: SafeString(shapes) for name, shapes in SYMBOL.findall(SPRITE.read_text())}


def icon(name: str) -> SafeString:
    """An icon that always stands beside words, so it is hidden from screen readers.

    Raises KeyError for a name that the sprite does not hold.
    """
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        " icon-directed" if name in DIRECTED else "",
        drawings()[name],
    )
