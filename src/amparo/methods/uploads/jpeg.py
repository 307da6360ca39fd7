"""The segments of a JPEG: what is not needed to draw it is left out, the points stay."""

import re

from amparo.methods.uploads.kinds import CannotClean

START, END, SCAN = b"\xff\xd8", 0xD9, 0xDA
# Application data (0xE1 to 0xEF: Exif, XMP, profiles) and comments; Adobe's 0xEE says the colours.
DROPPED = {*range(0xE1, 0xF0), 0xFE} - {0xEE}
# Among the points a byte 0xFF is followed by 0x00 or a restart mark; anything else ends them.
AFTER_POINTS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)


def without_segments(data: bytes) -> bytes:
    """Up to its end mark: what was appended goes too. Raises CannotClean where it is unreadable."""
    if not data.startswith(START):
        raise CannotClean("No JPEG where one was said to be.")
    kept, at = [START], len(START)
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == END:
            return b"".join([*kept, data[at : at + 2]])
        after = _end_of_segment(data, at, marker)
        if marker not in DROPPED:
            kept.append(data[at:after])
        at = after
    raise CannotClean("A JPEG without its end.")


def _end_of_segment(data: bytes, at: int, marker: int) -> int:
    """Where the next segment begins; the points belong to the segment before them."""
    end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    if marker != SCAN:
        return end
    following = AFTER_POINTS.search(data, end)
    return following.start() if following else len(data)
