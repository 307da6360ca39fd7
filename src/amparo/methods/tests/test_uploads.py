"""What is taken is what it says it is; what is shown every day holds nothing that is not seen."""

import io
import random
import stat
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from amparo.methods.uploads import EXTENSIONS, CannotClean, Kind, NotTaken, clean, examine
from amparo.methods.uploads.images import MOST_PIXELS
from amparo.methods.uploads.jpeg import without_segments
from amparo.methods.uploads.pdf import MOST_PAGES, hidden_in
from support.uploads import (
    APPENDED,
    DOCX,
    HIDDEN,
    NOTE,
    ODT,
    SEEN,
    SENT,
    archive,
    pdf,
    picture,
)

PICTURES = {name: data for name, data in SENT.items() if Kind(examine(name, data)).value in
            ("jpeg", "png", "webp")}  # fmt: skip


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(NotTaken) as refused:
        examine(name, data)
    return refused.value.reason


def cleaned(name: str, data: bytes | None = None) -> bytes:
    data = SENT[name] if data is None else data
    copy = clean(examine(name, data), data)
    assert copy is not None
    return copy


@pytest.mark.asvs("5.2.2")
@pytest.mark.parametrize("name", SENT)
def test_each_kind_is_taken_under_its_own_extension_and_no_other(name: str) -> None:
    kind = examine(name, SENT[name])
    assert examine(name.upper(), SENT[name]) == kind
    for extension, other in EXTENSIONS.items():
        if other != kind:
            assert refusal(f"x.{extension}", SENT[name]) == "content", extension


@pytest.mark.asvs("5.2.2")
@pytest.mark.parametrize(
    "name", ["x.exe", "x.html", "x.svg", "x.jpg.php", "x", ".jpg", "x.zip", "x.gif", "x.docm"]
)
def test_what_is_not_on_the_list_is_not_taken(name: str) -> None:
    assert refusal(name, SENT["street.jpg"]) == "extension"


@pytest.mark.parametrize("name", SENT)
def test_an_empty_file_is_not_taken(name: str) -> None:
    assert refusal(name, b"") == "empty"


@pytest.mark.asvs("5.2.2")
@given(st.binary(max_size=300))
def test_no_bytes_by_chance_are_taken_for_a_picture_or_a_document(data: bytes) -> None:
    for extension, kind in EXTENSIONS.items():
        if kind != Kind.TEXT:
            assert refusal(f"x.{extension}", data) in ("content", "empty")


@given(st.sampled_from(sorted(SENT)), st.randoms(use_true_random=False))
def test_a_broken_file_is_refused_in_words_and_breaks_nothing(name: str, by: random.Random) -> None:
    broken = bytearray(SENT[name])
    for _ in range(by.randint(1, 30)):
        broken[by.randrange(len(broken))] = by.randrange(256)
    try:
        clean(examine(name, bytes(broken)), bytes(broken))
    except (NotTaken, CannotClean) as refused:
        assert isinstance(refused, NotTaken | CannotClean)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_cut_short_is_refused(name: str) -> None:
    whole = SENT[name]
    assert refusal(name, whole[: len(whole) // 3]) == "content"


@pytest.mark.parametrize("name", [*PICTURES, "letter.pdf"])
def test_the_cleaned_copy_holds_no_hidden_word(name: str) -> None:
    sent, copy = SENT[name], cleaned(name)
    assert [word for word in HIDDEN if word.encode() in sent or _in_streams(sent, word)]
    left = [word for word in HIDDEN if word.encode() in copy or _in_streams(copy, word)]
    assert left == []


def _in_streams(data: bytes, word: str) -> bool:
    """Whether a PDF says it somewhere, compressed or not."""
    import pikepdf

    if not data.startswith(b"%PDF"):
        return False
    with pikepdf.open(io.BytesIO(data)) as made:
        return any(word in _told(each) for each in made.objects)


def _told(thing: object) -> str:
    import pikepdf

    assert isinstance(thing, pikepdf.Object)
    said = thing.unparse().decode("latin-1")
    if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") != "/DCTDecode":
        said += thing.read_bytes().decode("latin-1")
    elif isinstance(thing, pikepdf.Stream):
        said += thing.read_raw_bytes().decode("latin-1")
    return said


@pytest.mark.parametrize("name", PICTURES)
def test_a_cleaned_picture_stands_upright_and_keeps_its_colours_and_no_record(name: str) -> None:
    image = Image.open(io.BytesIO(cleaned(name)))
    assert image.size == SEEN
    right, left = image.convert("RGB").getpixel((38, 10)), image.convert("RGB").getpixel((1, 10))
    assert isinstance(right, tuple) and isinstance(left, tuple)
    assert right[0] > 200 and left[2] > 200  # red is on the right now, blue on the left
    assert dict(image.getexif()) == {}
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "background",
                               "loop", "timestamp", "duration"}  # fmt: skip


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "CMYK", "I;16"])
def test_pictures_of_every_colouring_are_cleaned(mode: str) -> None:
    for kind, name in (("PNG", "x.png"), ("JPEG", "x.jpg"), ("WEBP", "x.webp")):
        out = io.BytesIO()
        try:
            Image.new(mode, (5, 5)).save(out, kind)
        except (OSError, ValueError):
            continue  # this format has no such colouring
        assert Image.open(io.BytesIO(cleaned(name, out.getvalue()))).size == (5, 5)


def test_a_profile_of_colours_is_not_kept() -> None:
    for kind, name in (("JPEG", "x.jpg"), ("PNG", "x.png"), ("WEBP", "x.webp")):
        sent = picture(kind, icc_profile=b"Ombrelliac" * 20)
        assert Image.open(io.BytesIO(sent)).info["icc_profile"]
        assert "icc_profile" not in Image.open(io.BytesIO(cleaned(name, sent))).info


def test_what_was_appended_to_a_picture_is_not_in_its_copy() -> None:
    assert SENT["street.jpg"].endswith(APPENDED)
    assert NOTE.encode() not in cleaned("street.jpg")


def test_a_moving_picture_is_taken_and_not_cleaned() -> None:
    frames = [Image.new("RGB", (5, 5), colour) for colour in ("red", "blue")]
    for kind, name in (("PNG", "x.png"), ("WEBP", "x.webp")):
        out = io.BytesIO()
        frames[0].save(out, kind, save_all=True, append_images=frames[1:])
        assert examine(name, out.getvalue())
        with pytest.raises(CannotClean):
            clean(examine(name, out.getvalue()), out.getvalue())


def test_a_telephones_picture_with_a_second_one_behind_gives_the_first() -> None:
    out = io.BytesIO()
    first, second = Image.new("RGB", (8, 4), "red"), Image.new("RGB", (2, 2))
    first.save(out, "MPO", save_all=True, append_images=[second])
    copy = Image.open(io.BytesIO(cleaned("x.jpg", out.getvalue())))
    assert (copy.format, copy.size) == ("JPEG", (8, 4))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + name + data + check

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.asvs("5.2.6")
def test_a_picture_of_too_many_points_is_refused_before_it_is_drawn() -> None:
    for side in (MOST_PIXELS // 1000 + 1, 90_000, 500_000):
        assert refusal("x.png", bomb(side, 1000)) == "pixels"


def test_a_pdf_keeps_its_pages_and_its_picture_and_loses_what_acts_and_tells() -> None:
    import pikepdf

    assert hidden_in(SENT["letter.pdf"]) >= {"/OpenAction", "/AA", "/JS", "/EmbeddedFiles",
                                             "/Metadata", "/Info", "/A"}  # fmt: skip
    copy = cleaned("letter.pdf")
    assert hidden_in(copy) == set()
    with pikepdf.open(io.BytesIO(copy)) as made:
        photograph = made.pages[0].obj.Resources.XObject.A
        assert isinstance(photograph, pikepdf.Stream)
        assert pikepdf.PdfImage(photograph).as_pil_image().size == (20, 40)
        assert [str(note.Subtype) for note in made.pages[0].obj.Annots] == ["/Link"]
        assert dict(made.docinfo) == {}


@pytest.mark.asvs("5.2.1")
def test_a_pdf_of_too_many_pages_is_refused() -> None:
    assert refusal("x.pdf", pdf(pages=MOST_PAGES + 1)) == "pages"


def test_a_pdf_behind_a_password_is_refused_with_that_reason() -> None:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(SENT["letter.pdf"])) as made:
        made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal("x.pdf", out.getvalue()) == "password"


def test_a_pdf_behind_something_else_is_refused() -> None:
    assert refusal("x.pdf", b"GIF89a " + SENT["letter.pdf"]) == "content"


def test_text_is_taken_in_one_writing_and_without_unseen_marks() -> None:
    assert cleaned("letter.txt") == "Dear Sir,\ncafé\n".encode()
    joined = "می\u200cخواهم\n".encode()
    assert cleaned("x.txt", joined) == joined
    for odd in (b"\xff\xfe\x00", b"MZ\x00\x01", b"\x1b[2J", "é".encode("latin-1")):
        assert refusal("x.txt", odd) == "content"


@given(st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_cleaning_a_text_twice_changes_no_more(data: bytes) -> None:
    try:
        once = cleaned("x.txt", data)
    except NotTaken:
        return
    assert cleaned("x.txt", once) == once


def test_a_document_of_a_word_processor_is_kept_as_it_came() -> None:
    for name in ("letter.docx", "letter.odt"):
        assert clean(examine(name, SENT[name]), SENT[name]) is None


@pytest.mark.asvs("5.2.3")
def test_an_archive_that_would_unfold_too_far_is_refused_unopened() -> None:
    wide = archive({**DOCX, **{f"word/{number}.xml": b"" for number in range(2_001)}})
    assert refusal("x.docx", wide) == "archive"
    deep = archive({**DOCX, "word/media/zeros": bytes(201 * 1024 * 1024)})
    assert len(deep) < 1024 * 1024
    assert refusal("x.docx", deep) == "archive"


@pytest.mark.asvs("5.2.5")
def test_an_archive_with_a_link_is_refused() -> None:
    link = archive({**DOCX, "word/media/x": b"/etc"}, external_attr=(stat.S_IFLNK | 0o777) << 16)
    assert refusal("x.docx", link) == "archive"


@pytest.mark.asvs("5.3.3")
@pytest.mark.parametrize("name", ["../../up.xml", "/etc/cron.d/x", "word\\..\\..\\up.xml"])
def test_an_archive_whose_names_lead_out_of_it_is_refused(name: str) -> None:
    assert refusal("x.docx", archive({**DOCX, name: b"x"})) == "archive"


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "Basic/Standard/Module1.xml"])
def test_a_document_with_macros_is_refused_with_that_reason(name: str) -> None:
    assert refusal("x.docx", archive({**DOCX, name: b"x"})) == "macros"
    assert refusal("x.odt", archive({**ODT, name: b"x"})) == "macros"


def test_an_archive_that_is_no_document_is_refused() -> None:
    assert refusal("x.docx", archive({"a.txt": b"x"})) == "content"
    assert refusal("x.odt", archive({**ODT, "mimetype": b"application/zip"})) == "content"
    assert refusal("x.docx", b"GIF89a" + archive(DOCX)) == "content"
    with zipfile.ZipFile(io.BytesIO(archive(DOCX))) as good:
        assert good.testzip() is None


def test_a_jpegs_segments_are_left_out_and_its_points_stay() -> None:
    bare = without_segments(picture())
    for options in ({}, {"progressive": True}, {"restart_marker_blocks": 1}):
        before, after = picture(**options), without_segments(picture(**options))
        drawn, again = (Image.open(io.BytesIO(each)) for each in (before, after))
        assert drawn.tobytes() == again.tobytes()
        assert dict(again.getexif()) == {}
    assert not bare.endswith(APPENDED) and NOTE.encode() not in bare
    for broken in (b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\x00\x04ab"):
        with pytest.raises(CannotClean):
            without_segments(broken)
