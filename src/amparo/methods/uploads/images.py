"""Pictures are drawn anew from their points: no place, camera or thumbnail, nothing appended."""

import io
import warnings
from typing import TYPE_CHECKING, Any

from amparo.methods.uploads.kinds import CannotClean, Kind, NotTaken, Reason

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
# A telephone's JPEG may hold a second, smaller picture behind the first: Pillow calls it MPO.
FORMATS = {Kind.JPEG: ("JPEG", "MPO"), Kind.PNG: ("PNG",), Kind.WEBP: ("WEBP",)}
SAVED: dict[Kind, dict[str, Any]] = {
    Kind.JPEG: {"format": "JPEG", "quality": 90},
    Kind.PNG: {"format": "PNG"},
    Kind.WEBP: {"format": "WEBP", "quality": 90},
}


def check(kind: Kind, data: bytes) -> None:
    """Read the whole picture, once its size says that it may be read."""
    image = _open(kind, data)
    if image.width * image.height > MOST_PIXELS:
        raise NotTaken(Reason.PIXELS)
    try:
        image.load()
    except Exception as error:  # Pillow raises nearly anything for what was made to hurt it
        raise NotTaken(Reason.CONTENT) from error


def clean(kind: Kind, data: bytes) -> bytes:
    from PIL import ImageOps

    image = _open(kind, data)
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise CannotClean("It moves: the copy would be only its first picture.")
    bare = _in_plain_colours(kind, ImageOps.exif_transpose(image))
    bare.info = {}  # the profile, comments and the like, which Pillow would write again
    out = io.BytesIO()
    bare.save(out, **SAVED[kind])
    return out.getvalue()


def _open(kind: Kind, data: bytes) -> "Image":
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=FORMATS[kind])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotTaken(Reason.PIXELS) from error
    except Exception as error:  # as above
        raise NotTaken(Reason.CONTENT) from error


def _in_plain_colours(kind: Kind, image: "Image") -> "Image":
    if image.mode == "L":
        return image
    seen_through = kind != Kind.JPEG and image.has_transparency_data
    return image.convert("RGBA" if seen_through else "RGB")
