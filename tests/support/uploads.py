"""Files as people send them, each full of what a copy for every day must not hold."""

import io
import zipfile
from typing import Any

# Words that stand in hidden places only; found in a cleaned copy, they were left there.
CAMERA, NOTE, AUTHOR, SCRIPT = "Obrelkamera", "Vintrasneck", "Halquorimme", "Drexomund"
HIDDEN = (CAMERA, NOTE, AUTHOR, SCRIPT)
LATITUDE = (51.0, 7.0, 33.0)
SEEN = (40, 20)  # width and height as the picture is seen, turned upright
APPENDED = b"PK\x03\x04" + NOTE.encode()
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def picture(kind: str = "JPEG", size: tuple[int, int] = (20, 40), **options: Any) -> bytes:
    """Red above, blue below as stored; with place, camera, maker and a note, to be turned once."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, size[1] // 2, size[0], size[1]))
    exif = Image.Exif()
    exif[0x0110], exif[0x013B], exif[0x0112] = CAMERA, AUTHOR, 6  # model, artist, turn right
    exif.get_ifd(0x8825)[2] = LATITUDE
    note = PngInfo()
    note.add_text("Comment", NOTE)
    notes: dict[str, dict[str, Any]] = {"JPEG": {"comment": NOTE}, "PNG": {"pnginfo": note}}
    extra = notes.get(kind, {})
    out = io.BytesIO()
    image.save(out, kind, exif=exif, **extra, **options)
    return out.getvalue() + (APPENDED if kind == "JPEG" else b"")


def pdf(pages: int = 1) -> bytes:
    """One that acts by itself, carries a file, names its maker, and holds a photograph."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name, Stream, String

    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SCRIPT}')"))
    page = made.pages[0]
    photograph = Stream(
        made, picture(), Type=Name.XObject, Subtype=Name.Image, Width=20, Height=40,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
    )  # fmt: skip
    page.obj.Resources = Dictionary(XObject=Dictionary(A=made.make_indirect(photograph)))
    page.obj.Contents = made.make_stream(b"20 0 0 40 10 10 cm /A Do")
    link = Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=script, T=String(AUTHOR))
    carrier = Dictionary(Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), Name=NOTE)
    page.obj.Annots = Array([made.make_indirect(link), made.make_indirect(carrier)])
    made.Root.OpenAction = script
    made.Root.AA = Dictionary(WC=script)
    made.attachments[NOTE + ".txt"] = NOTE.encode()
    made.docinfo["/Author"] = AUTHOR
    with made.open_metadata() as record:
        record["dc:creator"] = [AUTHOR]
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def archive(members: dict[str, bytes], **changed: Any) -> bytes:
    """`changed`: attributes of the last member as the archive tells them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            for key, value in changed.items():
                setattr(member, key, value)
            made.writestr(member, data)
    return out.getvalue()


DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
ODT = {"mimetype": ODT_TYPE.encode(), "content.xml": b"<document/>"}
TEXT = "\ufeffDear\u200b Sir,\r\ncafe\u0301\r\n".encode()

# One of each kind, by a name that a person might give it.
SENT = {
    "street.jpg": picture(),
    "page.png": picture("PNG"),
    "page.webp": picture("WEBP"),
    "letter.pdf": pdf(),
    "letter.txt": TEXT,
    "letter.docx": archive(DOCX),
    "letter.odt": archive(ODT),
}
