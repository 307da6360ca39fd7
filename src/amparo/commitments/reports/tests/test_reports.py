import re
from datetime import timedelta
from io import BytesIO

import docx
import pytest
from django.utils.translation import override
from pypdf import PdfReader

from amparo.access.standing import NotAllowed, Refused
from amparo.commitments.following.actions.asks import put_in_charge, say_progress
from amparo.commitments.following.actions.showing import withdraw
from amparo.commitments.following.actions.taking import take_step
from amparo.commitments.following.queries import actions, evidence
from amparo.commitments.queries import asks
from amparo.commitments.reports.actions import make
from amparo.commitments.reports.content import Choice
from amparo.commitments.reports.models import Report
from amparo.commitments.reports.queries import reports
from amparo.commitments.reports.writers import as_csv, as_docx, as_pdf, blocks_of
from amparo.methods import clock
from amparo.people.country import today
from amparo.vocab.citations import Paragraph
from support.cast import Cast

K = Report.Kind
pytestmark = pytest.mark.usefixtures("answered")


def report(cast: Cast, kind: str = K.TEXT, **choice: object) -> Report:
    wanted = Choice(**(choice or {"document": "S0"}))  # type: ignore[arg-type]  # its own fields
    return make(kind, wanted, by=cast.coordinator, as_of=today())


def said(made: Report, kind: str) -> list[str]:
    return [block["text"] for block in blocks_of(made) if block["kind"] == kind]


def squeezed(text: str) -> str:
    """Without spaces and line ends, which every format sets as it likes."""
    return "".join(text.split()).replace("\u2068", "").replace("\u2069", "").replace("-", "")


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page, without the number at its foot."""
    pages = PdfReader(BytesIO(pdf)).pages
    foot = re.compile(rf"\s*\d+ / {len(pages)}\s*$")
    return [foot.sub("", page.extract_text()) for page in pages]


def test_a_report_by_text_tells_what_is_done_and_what_is_missing(cast: Cast) -> None:
    made = report(cast)
    assert said(made, "heading")[1:] == [f"S0 ¶{n}" for n in range(1, 8)]
    fifth = [b for b in blocks_of(made) if b["kind"] == "facts"][4]
    assert ["In charge", "Ministry of Labour"] in fifth["rows"]
    assert ["Where it stands", "under way: The mechanism runs in two regions."] in fifth["rows"]
    tables = [b for b in blocks_of(made) if b["kind"] == "table"]
    assert tables[1]["rows"][0][0] == "Open the referral desk"
    assert "Nobody is in charge of it yet." in " ".join(said(made, "text"))


def test_a_call_is_answered_by_the_paragraphs_it_names(cast: Cast) -> None:
    numbers = (Paragraph("S3", "8"), Paragraph("S2", "21"))
    made = report(cast, K.CALL, numbers=numbers)
    assert {"S3 ¶8", "S2 ¶21"} == {t for t in said(made, "heading") if "¶" in t}


def test_the_appraisal_goes_by_the_six_aims(cast: Cast) -> None:
    made = report(cast, K.APPRAISAL, instrument="")
    aims = [b["text"] for b in blocks_of(made) if b["kind"] == "heading" and b["level"] == 2]
    assert [aim[0] for aim in aims[:6]] == list("abcdef")
    assert "S0 ¶5" in said(made, "heading")


def test_the_appraisal_says_which_one_it_is_for(cast: Cast) -> None:
    made = report(cast, K.APPRAISAL, instrument="")
    period = next(b for b in blocks_of(made) if b["kind"] == "facts")
    assert any(key == "The next appraisal" and "2029" in value for key, value in period["rows"])


def test_a_report_of_a_day_that_has_gone_knows_nothing_of_what_came_after(cast: Cast) -> None:
    made = make(
        K.TEXT, Choice(document="S0"), by=cast.coordinator, as_of=today() - timedelta(days=1)
    )
    told = str(blocks_of(made))
    for later in ("Ministry of Labour", "Open the referral desk", "council of ministers"):
        assert later not in told


def test_what_was_ended_since_stood_on_that_day(cast: Cast) -> None:
    by, ask, then = cast.coordinator, asks().get(document="S0", number="5"), today()
    with clock.at(clock.now() + timedelta(days=3)):
        put_in_charge(ask, None, by=by)
        withdraw(evidence().filter(kind="note").get(), by=by)
        take_step(actions().get(), by=by, state="dropped")
        told = str(blocks_of(make(K.TEXT, Choice(document="S0"), by=by, as_of=then)))
        now = str(blocks_of(make(K.TEXT, Choice(document="S0"), by=by, as_of=today())))
    assert "Ministry of Labour" in told and "council of ministers" in told
    assert "dropped" not in told
    assert "council of ministers" not in now and "dropped" in now


def test_a_figure_stands_as_it_was_counted_when_the_report_was_made(cast: Cast) -> None:
    made = report(cast)
    figures = [b for b in blocks_of(made) if b["kind"] == "figure"]
    assert figures and all(b["sentence"] for b in figures)


def test_a_theme_gathers_from_all_texts(cast: Cast) -> None:
    made = report(cast, K.THEME, capability="TRAINING")
    assert made.title_en == "Training"
    assert {"S0 ¶6", "S1 ¶4"} <= set(said(made, "heading"))


def test_printing_again_gives_the_same_for_ever(cast: Cast) -> None:
    made = report(cast)
    before = as_csv(made)
    say_progress(asks().get(document="S0", number="5"), by=cast.coordinator, state="done", why="")
    again = reports().get(pk=made.pk)
    assert as_csv(again) == before
    assert as_csv(report(cast)) != before


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_format_holds_every_heading_and_fact(language: str, cast: Cast) -> None:
    made = report(cast)
    with override(language):
        word = docx.Document(BytesIO(as_docx(made)))
        in_word = squeezed("".join(p.text for p in word.paragraphs))
        in_pdf = squeezed("".join(pages_of(as_pdf(made))))
        wanted = [*said(made, "heading"), *said(made, "text"), *said(made, "quote")]
        assert len(wanted) > 20
        for words in wanted:
            assert squeezed(words) in in_word
            assert squeezed(words) in in_pdf
        assert (word.core_properties.language or "")[:2] == language


def test_a_word_file_has_headings_and_heads_of_tables(cast: Cast) -> None:
    word = docx.Document(BytesIO(as_docx(report(cast))))
    styles = [p.style.name for p in word.paragraphs if p.style]
    assert {"Title", "Heading 1", "Heading 2", "Caption", "Quote"} <= set(styles)
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in word.tables)


def test_the_sheet_holds_one_line_an_ask(cast: Cast) -> None:
    lines = as_csv(report(cast)).decode().splitlines()
    assert lines[0].startswith("Paragraph,")
    assert len([line for line in lines if line.startswith("S0 ¶")]) == 7


def test_where_nothing_is_asked_of_us_there_is_no_report(cast: Cast) -> None:
    with pytest.raises(Refused, match="Nothing is asked"):
        report(cast, K.TEXT, document="S0", instrument="UNICRI-STATUTE")


def test_who_does_not_keep_the_commitments_makes_no_report(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        make(K.TEXT, Choice(document="S0"), by=cast.provider, as_of=today())
