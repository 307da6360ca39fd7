"""What a country asks besides: on forms, in the file, in the person's copy, nowhere else."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import get_resolver, reverse
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import approve
from amparo.cases.actions.opening import open_accounts
from amparo.cases.models import Case
from amparo.cases.queries import rows_of
from amparo.cases.questions.actions import answer_questions
from amparo.cases.questions.forms import AsksAlso
from amparo.cases.questions.models import AskedOn, CountryAnswer, PlainAnswer
from amparo.cases.questions.presenters import answered
from amparo.cases.timeline import timeline
from amparo.people.country import country
from amparo.people.models import User
from amparo.rights.actions.copies import opened_for_paper
from amparo.rights.actions.erasures import ask_erasure
from amparo.rights.parts import sections
from amparo.vocab.datafile import DataError
from amparo.vocab.extrafields import FORMS, read_fields
from repo.sources import ROOT, SOURCE, product
from support import files
from support.cast import Cast
from support.screenings import finished_screening

HALVANY = ROOT / "tests" / "packs" / "halvany"
Browser = Callable[[User], Client]


@pytest.fixture
def in_halvany(settings: Settings) -> None:
    settings.COUNTRY = HALVANY


def opened_in_halvany(cast: Cast, client: Client) -> Case:
    """By the form that an officer fills in."""
    screening = finished_screening(cast.first_responder)
    address = reverse("cases:open", args=[screening.pk])
    data = {"key": uuid4(), "also_village": "Quendrimor", "also_found_at": "border"}
    assert client.post(address, data).status_code == 302
    with acting_as(cast.first_responder):
        return Case.objects.get(pk=screening.case_id)


def said_of(case: Case, by: User) -> dict[str, str]:
    with acting_as(by):
        return {str(row.key): str(row.value) for row in answered(case)}


@pytest.mark.usefixtures("in_halvany")
def test_a_form_asks_what_the_country_at_hand_asks(cast: Cast, client_of: Browser) -> None:
    screening = finished_screening(cast.first_responder)
    page = client_of(cast.first_responder).get(reverse("cases:open", args=[screening.pk]))
    said = page.content.decode()
    assert "Village of the registry" in said
    assert "As the registry spells it. It will be sealed." in said
    assert "Post that met the person" in said
    assert "interpreter" not in said  # what the other country asks


@pytest.mark.usefixtures("in_halvany")
def test_an_answer_stands_in_the_file_and_a_sealed_one_only_says_so(
    cast: Cast, client_of: Browser
) -> None:
    client = client_of(cast.first_responder)
    case = opened_in_halvany(cast, client)
    page = client.get(f"/files/{case.reference}/").content.decode()
    assert "Post that met the person" in page
    assert "A border, port or airport" in page
    assert "Quendrimor" not in page
    assert said_of(case, cast.first_responder)["Village of the registry"].startswith("Sealed")
    with acting_as(cast.first_responder):
        said = {str(entry.title): str(entry.text) for entry in timeline(case)}
    assert said["Further questions were answered on opening the file"] == (
        "Village of the registry: sealed · Post that met the person: A border, port or airport"
    )


@pytest.mark.usefixtures("in_halvany")
def test_a_sealed_answer_opens_with_a_purpose_beside_its_question(
    cast: Cast, client_of: Browser
) -> None:
    case = opened_in_halvany(cast, client_of(cast.first_responder))
    with acting_as(cast.first_responder):
        texts = [row.text for row in open_accounts(case, by=cast.first_responder, purpose="safety")]
    assert "Village of the registry\nQuendrimor" in texts


@pytest.mark.usefixtures("in_halvany")
@pytest.mark.parametrize(
    "mistake",
    [
        ("also_card_until", "", "This field is required."),
        ("also_card_until", "the day after", "Enter a valid date."),
        ("also_winters", "91", "Ensure this value is less than or equal to 90."),
        ("also_winters", "some", "Enter a whole number."),
    ],
)
def test_a_mistake_is_told_at_its_field(
    cast: Cast, client_of: Browser, mistake: tuple[str, str, str]
) -> None:
    name, value, sentence = mistake
    case = files.opened(cast)
    address = f"/files/{case.reference}/questions/"
    sent = {"key": uuid4(), "also_card_until": "2031-05-01", "also_winters": "3", name: value}
    page = client_of(cast.first_responder).post(address, sent).content.decode()
    assert re.search(rf'href="#id_{name}"[^>]*>[^<]*{re.escape(sentence)}', page)
    with acting_as(cast.first_responder):
        assert not rows_of(CountryAnswer, case)


@pytest.mark.usefixtures("in_halvany")
def test_a_decision_and_a_need_keep_what_the_country_asks_with_them(
    cast: Cast, client_of: Browser
) -> None:
    case = files.received(cast)
    need = {
        "key": uuid4(), "kind": "shelter", "urgency": "weeks", "region": "HL1",
        "also_dowry": "herd",
    }  # fmt: skip
    address = f"/referrals/files/{case.reference}/need/"
    assert client_of(cast.manager_a).post(address, need).status_code == 302
    decision = {
        "key": uuid4(), "outcome": "presumed", "reason": "grounds_found", "note": "Two accounts.",
        "standing_0": "found", "evidence": "signs",
    }  # fmt: skip
    client, address = client_of(cast.panel), f"/files/{case.reference}/decide/"
    refused = client.post(address, decision).content.decode()
    assert 'href="#id_also_council_heard_0"' in refused
    assert client.post(address, {**decision, "also_council_heard": "no"}).status_code == 302
    with acting_as(cast.panel):
        rows = {row.form: row for row in rows_of(CountryAnswer, case)}
    assert set(rows) == {"need", "decision"}
    assert all(row.about for row in rows.values())
    assert said_of(case, cast.panel)["Was the council of elders heard?"] == "No"


@pytest.mark.usefixtures("in_halvany")
def test_a_new_answer_stands_in_the_place_of_the_earlier_one_which_stays(cast: Cast) -> None:
    case, by = files.opened(cast), cast.first_responder
    for day in ("2030-01-01", "2031-05-01"):
        answer_questions(case, by=by, answers={"card_until": day})
    assert said_of(case, by) == {"The card of the crown is good until": "May 1, 2031"}
    with acting_as(by):
        assert len(rows_of(CountryAnswer, case)) == 2


def test_what_a_country_does_not_ask_is_refused(cast: Cast) -> None:
    case = files.opened(cast)
    with pytest.raises(Refused, match="does not ask this here: card_until"):
        answer_questions(case, by=cast.first_responder, answers={"card_until": "2031-05-01"})


@pytest.mark.usefixtures("in_halvany")
def test_a_question_that_is_asked_no_more_keeps_its_name(cast: Cast, settings: Settings) -> None:
    assert "seals" not in {each.code for each in country().fields_of("file")}
    assert country().fields["seals"].label.en == "Seals on the old card"


def test_a_country_without_questions_has_no_page_for_them(
    cast: Cast, client_of: Browser, settings: Settings, tmp_path: Path
) -> None:
    for name in ("country.toml", "clocks.toml"):
        (tmp_path / name).write_bytes((HALVANY / name).read_bytes())
    settings.COUNTRY = tmp_path
    case, client = files.opened(cast), client_of(cast.first_responder)
    assert client.get(f"/files/{case.reference}/questions/").status_code == 404
    page = client.get(f"/files/{case.reference}/").content.decode()
    assert "Further questions" not in page


@pytest.mark.usefixtures("in_halvany")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", ("Poste qui a rencontré la personne", "Village de l’état civil\nQuendrimor")),
        ("ar", ("Post that met the person", "Village of the registry\nQuendrimor")),
    ],
)
def test_the_persons_copy_has_every_answer(
    cast: Cast, client_of: Browser, language: str, said: tuple[str, str]
) -> None:
    clear, sealed = said
    case, by = opened_in_halvany(cast, client_of(cast.first_responder)), cast.first_responder
    with acting_as(by):
        given = opened_for_paper(
            case, by=by, purpose="access", language=language, left_out={}, names=()
        )
        lines = [line for section in sections(given) for line in section.lines]
    assert clear in [line.label for line in lines]
    assert sealed in [line.text for line in lines]


def test_erasure_takes_the_answers_in_clear_and_nothing_else_does(cast: Cast) -> None:
    case, by = files.received(cast), cast.manager_a
    answer_questions(case, by=by, answers={"interpreter_wish": "woman", "debt": "Two hundred."})
    rows = PlainAnswer.objects.all()
    for change in (rows.delete, lambda: rows.update(value="man")):
        refused = pytest.raises(DatabaseError, match="goes with its file alone")
        with acting_as(by), refused, transaction.atomic():
            change()
    approve(
        ask_erasure(case, by=by, ground="objection", asked_by="person", reason="Asked."),
        by=cast.coordinator,
    )
    with acting_as(cast.coordinator):
        assert not PlainAnswer.objects.exists()
        assert len(rows_of(CountryAnswer, case)) == 2


# Who may know that there are answers: the room, whoever opens a file, who shows it to the person.
READERS = {"cases/actions/files.py", "cases/actions/opening.py", "cases/apps.py",
           "cases/decisions", "cases/forms.py", "cases/models.py", "cases/questions",
           "cases/urls.py", "referrals/actions/needs.py", "referrals/forms.py",
           "rights/person.py"}  # fmt: skip
WRITES = re.compile(r"questions\.(actions import (Answers, )?keep_answers|models import AskedOn|"
                    r"forms import AsksAlso)")  # fmt: skip


def test_no_rule_can_read_an_answer() -> None:
    """Matching, assessment, clocks, figures: none knows the room, and the forms only write."""
    for path in product():
        name, text = str(path.relative_to(SOURCE)), path.read_text(encoding="utf-8")
        if "cases.questions" not in text or "migrations" in path.parts:
            continue
        assert any(name.startswith(reader) for reader in READERS), name
        if name.startswith(("cases/decisions", "referrals", "cases/actions/files", "cases/forms")):
            lines = [line for line in text.splitlines() if "cases.questions" in line]
            assert all(WRITES.search(line) for line in lines), name


def test_each_form_of_the_schema_is_asked_by_exactly_one_form_of_the_product() -> None:
    assert get_resolver().url_patterns  # every form is imported by a view
    asking = [form.asks for form in derived(AsksAlso)]
    assert sorted(asking) == sorted(FORMS) == sorted(AskedOn.values)


def derived(form: type[AsksAlso]) -> Iterator[type[AsksAlso]]:
    for each in form.__subclasses__():
        yield each
        yield from derived(each)


FIELD = """[[field]]
code = "village"
form = "opening"
kind = "text"
en = "Village"
fr = "Village"
cites = ["S0 ¶5"]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"village"', '"Village!"', "field[Village!].code: 'Village!': write small letters, digits"
         " and _, forty at the most (line 2)"),
        ('form = "opening"', 'form = "closing"', "field[village].form: should be one of decision,"
         " file, need, opening, is 'closing' (line 3)"),
        ('"text"', '"score"', "field[village].kind: should be one of choice, date, number, text,"
         " yes_no, is 'score' (line 4)"),
        ('fr = "Village"', "", "field[village].fr: is missing (line 1)"),
        ('"S0 ¶5"', "", "field[village].cites: is missing (line 7)"),
        ("cites", "sealed = false\ncites", "field[village].sealed: free text is always sealed"
         " (line 7)"),
        ("cites", 'list = "places"\ncites', "field[village].list: belongs to a choice, and this is"
         " a text (line 7)"),
        ('"text"', '"choice"', "field[village].list: a choice has either a list or options of its"
         " own (line 1)"),
        ('"text"', '"choice"\nlist = "colours"', "field[village].list: should be one of"
         " accessibility"),
        ("cites", "least = 3\ncites", "field[village].least: belongs to a number, and this is a"
         " text (line 7)"),
        ('"text"', '"number"\nleast = 3\nmost = 2', "field[village].most: should be 3 or more, is"
         " 2 (line 6)"),
        ("cites", 'feeds = "matching"\ncites', "field[village].feeds: is not a key of this schema"
         " (line 7)"),
        ("cites", 'help_en = "As written."\ncites', "field[village].help_fr: is missing (line 1)"),
    ],
)  # fmt: skip
def test_a_faulty_field_is_told_with_file_entry_key_and_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    file = tmp_path / "fields.toml"
    file.write_text(FIELD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as refused:
        read_fields(file)
    assert str(refused.value).startswith(f"fields.toml: {message}")


def test_what_is_no_part_of_a_pack_is_told(tmp_path: Path) -> None:
    from amparo.vocab.country import load

    for name in ("country.toml", "clocks.toml"):
        (tmp_path / name).write_bytes((HALVANY / name).read_bytes())
    (tmp_path / "feilds.toml").write_text(FIELD, encoding="utf-8")
    with pytest.raises(DataError, match=r"^feilds\.toml: is no part of a pack; there are areas"):
        load(tmp_path)
