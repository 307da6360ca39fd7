"""The person is told in plain words: a paper out of memory, and a row of how it was given."""

from collections.abc import Callable
from io import BytesIO

import pytest
from babel.dates import format_date
from django.test import Client
from django.utils.translation import override
from pypdf import PdfReader

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.findings import Finding
from amparo.cases.decisions.models import NoticeGiven
from amparo.cases.decisions.notices.actions import print_notice, record_notice
from amparo.cases.decisions.notices.words import RESULTS, contents, language_for
from amparo.cases.decisions.queries import last_decision
from amparo.cases.decisions.tests.deciding import TEXT
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.people.country import country, day_of
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
TOLD = {"printed": "en", "language": "en", "how": "read_and_handed", "interpreter": "none_needed"}


def decided(cast: Cast, outcome: State = State.NOT_PRESUMED, **answers: object) -> Case:
    case = files.received(cast, **answers)
    standing = "found" if outcome == State.PRESUMED else "not_found"
    findings = [Finding("LABOUR", standing, "2024-03", "2025")]
    decide(
        case, outcome, by=cast.panel, reason="other", note=TEXT, findings=findings,
        evidence=["witness"],
    )  # fmt: skip
    return files.fresh(case)


def read(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.split())


def test_the_paper_says_result_reasons_and_the_way_to_another_decision(
    cast: Cast, client_of: Browser
) -> None:
    case = decided(cast)
    answer = client_of(cast.manager_a).post(f"/files/{case.reference}/notice/", {"language": "en"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    text = read(answer.content)
    for words in (
        "there are not enough reasons", "Forced labour: not found.", "What others said",
        "You may ask until", country().numbers["helpline"].phone, case.reference,
    ):  # fmt: skip
        assert words in text
    with acting_as(cast.manager_a):
        end = day_of(case.clocks.get(rule="appeal_first").due_at)
    assert format_date(end, "long", locale="en") in text
    assert "interpreter must read" not in text
    for kept in ("Zorvanela", "Tikomaresh", case.pseudonym):
        assert kept not in text
    assert entries().of_case(case.pk).filter(action="printed the notice").count() == 1


def test_in_french_it_names_the_month_and_the_period(cast: Cast) -> None:
    case = decided(cast, State.PRESUMED, languages=["fr"])
    text = read(print_notice(case, by=cast.manager_a, language="fr"))
    assert "Travail forcé : constatée, de mars 2024 à 2025." in text
    assert "Une période protégée a commencé" in text


def test_a_person_of_another_language_hears_it_through_an_interpreter(cast: Cast) -> None:
    case = decided(cast, languages=["vi"])
    assert language_for(case.languages) == "en"
    text = read(print_notice(case, by=cast.manager_a, language="en"))
    assert "An interpreter must read this to the person" in text
    assert "Vietnamese" in text
    with pytest.raises(Refused, match="say who interpreted"):
        record_notice(case, by=cast.manager_a, **{**TOLD, "language": "vi"})
    row = record_notice(
        case, by=cast.manager_a, **{**TOLD, "language": "vi", "interpreter": "by_telephone"}
    )
    assert (row.printed, row.language) == ("en", "vi")


@pytest.mark.parametrize("outcome", RESULTS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_result_is_said_in_each_language(outcome: State, language: str) -> None:
    with override("en"):
        english = str(RESULTS[outcome])
    with override(language):
        assert (str(RESULTS[outcome]) == english) == (language == "en")


def test_a_child_learns_whom_a_child_can_call(cast: Cast) -> None:
    case = decided(cast, age="not_sure")
    with acting_as(cast.manager_a):
        decision = last_decision(case)
        assert decision is not None
        said = str(contents(case, decision, "en"))
    assert country().numbers["child_protection"].phone in said


def test_the_task_stands_until_the_person_was_told(cast: Cast, client_of: Browser) -> None:
    case, client = decided(cast), client_of(cast.manager_a)
    page = f"/files/{case.reference}/"
    assert "Tell the person the decision" in client.get(page).content.decode()
    client.post(f"{page}notice/told/", TOLD)
    html = client.get(page).content.decode()
    assert "Tell the person the decision" not in html
    assert "The person was told of the decision" in html
    assert "Nobody: the person reads the language of the paper" in html


def test_nobody_who_came_with_the_person_can_be_chosen(cast: Cast, client_of: Browser) -> None:
    case = decided(cast)
    page = client_of(cast.manager_a).post(
        f"/files/{case.reference}/notice/told/", {**TOLD, "interpreter": "relative"}
    )
    assert set(page.context["form"].errors) == {"interpreter"}


def test_without_a_decision_or_a_share_there_is_no_paper(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused, match="No decision stands"):
        print_notice(case, by=cast.manager_a, language="en")
    decide(case, State.NOT_PRESUMED, by=cast.panel, reason="other", findings=files.NOT_FOUND)
    for user in (cast.manager_b, cast.provider, cast.statistician):
        with pytest.raises(Refused):
            print_notice(case, by=user, language="en")
        with pytest.raises(Refused):
            record_notice(case, by=user, **TOLD)
    with pytest.raises(Refused, match="no such paper"):
        print_notice(case, by=cast.manager_a, language="../../etc")
    with acting_as(cast.manager_a):
        assert not NoticeGiven.objects.exists()
