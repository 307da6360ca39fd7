from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from amparo.design.parts import Words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# Why a file is not taken (methods.uploads.Reason, and "size"). Each names the file.
NOT_TAKEN: Mapping[str, "_StrPromise"] = {
    "size": _("%(name)s is larger than 25 MB. Send a smaller one, or in parts."),
    "extension": _("%(name)s is of a kind that is not taken: see the list above."),
    "empty": _("%(name)s is empty. Choose it again."),
    "content": _(
        "%(name)s is not what its name says, or is damaged. Open it, save it anew, retry."
    ),
    "pixels": _("%(name)s is a picture of more than 50 million points. Send a smaller one."),
    "pages": _("%(name)s has more than 500 pages. Send it in parts."),
    "password": _("%(name)s opens with a password only. Save it without, then add it."),
    "macros": _("%(name)s holds macros, which are programs. Save it without, or as PDF."),
    "archive": _("%(name)s holds links or far more than it seems. Save it as PDF, then add it."),
}

ATTACHED: Mapping[str, Words] = {
    "cleaned": _("The attachment is sealed, with a cleaned copy for every day."),
    "kept": _(
        "The attachment is sealed. This kind has no cleaned copy: it opens as evidence only."
    ),
    "quarantined": _(
        "The attachment is sealed. It could not be cleaned, so it is set apart: it opens as"
        " evidence only. Treat it with care."
    ),
}

FILE_KINDS: Mapping[str, Words] = {
    "jpeg": _("JPEG picture"),
    "png": _("PNG picture"),
    "webp": _("WebP picture"),
    "pdf": _("PDF document"),
    "text": _("Plain text"),
    "docx": _("DOCX document"),
    "odt": _("ODT document"),
}

MEDIA_TYPES: Mapping[str, str] = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "text": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
