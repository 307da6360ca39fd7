"""PDF: written anew without what acts by itself, what is attached, and what names its maker."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from amparo.methods.uploads.jpeg import without_segments
from amparo.methods.uploads.kinds import CannotClean, Kind, NotTaken, Reason

if TYPE_CHECKING:
    from pikepdf import Pdf

MOST_PAGES, MOST_DICTIONARIES = 500, 100_000
# Keys of any dictionary: actions, scripts, files inside, forms' programs, records of who made it.
HIDDEN = (
    "/AA", "/OpenAction", "/JS", "/JavaScript", "/Launch", "/URI", "/EmbeddedFiles", "/EF",
    "/AF", "/FS", "/RichMediaContent", "/RichMediaSettings", "/XFA", "/Metadata", "/PieceInfo",
    "/LastModified", "/Thumb", "/Collection", "/SpiderInfo", "/Perms", "/DSS",
)  # fmt: skip
# Notes that only carry a file, a film or a sound.
CARRIERS = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
# Who wrote a note, and when.
SIGNED = ("/T", "/M", "/CreationDate", "/NM")


def check(kind: Kind, data: bytes) -> None:
    if not data.startswith(b"%PDF-"):
        raise NotTaken(Reason.CONTENT)
    pdf = _open(data)
    beyond = islice(_dictionaries(pdf), MOST_DICTIONARIES, None)
    if len(pdf.pages) > MOST_PAGES or any(True for _ in beyond):
        raise NotTaken(Reason.PAGES)
    if not len(pdf.pages):
        raise NotTaken(Reason.CONTENT)


def clean(kind: Kind, data: bytes) -> bytes:
    pdf = _open(data)
    _drop_carriers(pdf)
    for holder in _dictionaries(pdf):
        for key in _hidden_keys(holder):
            del holder[key]
        _drop_picture_data(holder)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, encryption=False)
    cleaned = out.getvalue()
    if left := hidden_in(cleaned):
        raise CannotClean(f"{sorted(left)} would stay.")
    return cleaned


def hidden_in(data: bytes) -> set[str]:
    """The keys of a file that a cleaned one has not."""
    pdf = _open(data)
    found = {key for holder in _dictionaries(pdf) for key in _hidden_keys(holder)}
    return found | ({"/Info"} & set(pdf.trailer.keys()))


def _open(data: bytes) -> "Pdf":
    import pikepdf

    try:
        return pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise NotTaken(Reason.PASSWORD) from error
    except Exception as error:  # qpdf's own errors, and what a broken table makes of Python
        raise NotTaken(Reason.CONTENT) from error


def _hidden_keys(holder: Any) -> list[str]:  # noqa: ANN401  pikepdf's objects are of one type
    import pikepdf

    found = [key for key in HIDDEN if key in holder]
    action = holder.get("/A")  # elsewhere the name of a font, or of what a paragraph looks like
    if isinstance(action, pikepdf.Dictionary) and "/S" in action:
        found.append("/A")
    return found


def _drop_carriers(pdf: "Pdf") -> None:
    for page in pdf.pages:
        notes = list(page.obj.get("/Annots", ()))
        kept = [note for note in notes if str(note.get("/Subtype")) not in CARRIERS]
        if notes:
            page.obj["/Annots"] = pdf.make_indirect(_array(kept))
        for note in kept:
            _unsign(note)


def _unsign(note: Any) -> None:  # noqa: ANN401  as above
    if note.get("/Subtype") != "/Widget":  # there /T is the name of a field
        for key in SIGNED:
            if key in note:
                del note[key]


def _array(items: list[Any]) -> Any:  # noqa: ANN401  as above
    import pikepdf

    return pikepdf.Array(items)


def _dictionaries(pdf: "Pdf") -> Iterator[Any]:
    """Every dictionary that the file leads to; what is taken out of one is not followed."""
    import pikepdf

    holders, containers = (pikepdf.Dictionary, pikepdf.Stream), (pikepdf.Object,)
    waiting: list[Any] = [pdf.trailer]
    seen: set[tuple[int, int]] = set()
    while waiting:
        thing = waiting.pop()
        if thing.is_indirect and thing.objgen in seen:
            continue
        seen.add(thing.objgen)
        if isinstance(thing, holders):
            yield thing
            waiting += [value for value in thing.values() if isinstance(value, containers)]
        elif isinstance(thing, pikepdf.Array):
            waiting += [value for value in thing if isinstance(value, containers)]


def _drop_picture_data(holder: Any) -> None:  # noqa: ANN401  as above
    """A photograph inside a PDF brings its own record of place and camera."""
    import pikepdf

    if not isinstance(holder, pikepdf.Stream) or holder.get("/Subtype") != "/Image":
        return
    if holder.get("/Filter") == "/DCTDecode":
        plain, how = without_segments(holder.read_raw_bytes()), holder.get("/DecodeParms")
        how = how if isinstance(how, pikepdf.Dictionary) else None
        holder.write(plain, filter=pikepdf.Name.DCTDecode, decode_parms=how)
