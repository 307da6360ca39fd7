"""What somebody sees who sends a file, and the page of a file about where it came from."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.exchange.formats.reading import LARGEST
from amparo.exchange.tests import steps
from amparo.people.models import User
from amparo.rights.copy_exports.tests.asking import consented
from support.cast import Cast
from support.forms import control, parsed, refusals

Browser = Callable[[User], Client]
HEAD = "case,prs_FirstName,prs_Birthdate,prs_MaritalStatus,their_Colour\n"
GOOD = (HEAD + "X-1,Vexilquor,2004-02-29,Married,blue\n").encode()
BAD = (HEAD + "X-1,Vexilquor,29.2.2004,,\n").encode()


def send(client: Client, content: bytes, name: str = "files.csv", **more: str) -> Any:
    data = {"key": uuid4(), "source": "Centre", "file": SimpleUploadedFile(name, content), **more}
    return client.post("/exchange/", data)


def seen(answer: Any) -> str:
    """The mark of what was looked at, as the second form carries it."""
    found = parsed(answer).find(".//input[@name='seen']")
    assert found is not None
    return found.get("value", "")


def of(user: User) -> list[Case]:
    with acting_as(user):
        return list(cases_for(user))


def test_a_form_sent_empty_names_each_field_it_wants(cast: Cast, client_of: Browser) -> None:
    page = parsed(client_of(cast.manager_b).post("/exchange/", {"key": uuid4()}))
    assert [control(page, target).get("name") for target in refusals(page)] == ["source", "file"]


def test_it_is_looked_at_first_and_nothing_is_kept(cast: Cast, client_of: Browser) -> None:
    answer = send(client_of(cast.manager_b), GOOD)
    html = answer.content.decode()
    assert "1 file would be brought in" in html
    assert "prs_MaritalStatus" in html
    assert "their_Colour" in html
    assert "Vexilquor" not in html
    assert of(cast.manager_b) == []


def test_the_same_file_once_more_brings_it_in_and_only_once(cast: Cast, client_of: Browser) -> None:
    client, key = client_of(cast.manager_b), str(uuid4())
    mark = seen(send(client, GOOD))
    answers = [send(client, GOOD, seen=mark, key=key) for _ in range(2)]
    assert answers[0].headers["Location"] == f"/exchange/{key}/"
    (case,) = of(cast.manager_b)
    page = client.get(f"/exchange/{key}/").content.decode()
    assert case.reference in page
    assert "1 file" in client.get("/exchange/").content.decode()


def test_another_file_than_the_one_looked_at_is_looked_at_instead(
    cast: Cast, client_of: Browser
) -> None:
    client = client_of(cast.manager_b)
    mark = seen(send(client, GOOD))
    answer = send(client, GOOD.replace(b"X-1", b"X-2"), seen=mark)
    assert answer.status_code == 200
    assert of(cast.manager_b) == []


def test_what_is_wrong_is_told_by_row_and_field(cast: Cast, client_of: Browser) -> None:
    html = send(client_of(cast.manager_b), BAD).content.decode()
    assert "1 file was read" in html
    assert "cannot be brought in as it is" in html
    assert "prs_Birthdate" in html
    assert "Write the day as 2004-02-29" in html
    assert "Bring the files in" not in html


def test_a_file_that_lies_or_is_too_large_is_refused_on_the_form(
    cast: Cast, client_of: Browser
) -> None:
    client = client_of(cast.manager_b)
    for content, said in ((b"%PDF-1.4", "not what its name says"), (b"x" * (LARGEST + 1), "5 MB")):
        assert said in send(client, content).content.decode()


def test_what_was_brought_in_before_is_said(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.manager_b)
    send(client, GOOD, seen=seen(send(client, GOOD)))
    (case,) = of(cast.manager_b)
    html = send(client, GOOD).content.decode()
    assert "Brought in before" in html
    assert case.reference in html


def test_another_unit_does_not_see_the_batch(cast: Cast, client_of: Browser) -> None:
    client, key = client_of(cast.manager_b), str(uuid4())
    send(client, GOOD, seen=seen(send(client, GOOD)), key=key)
    for other in (cast.manager_a, cast.coordinator):
        assert client_of(other).get(f"/exchange/{key}/").status_code == 404


def test_a_file_says_where_it_came_from(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.manager_b)
    send(client, GOOD, seen=seen(send(client, GOOD)))
    (case,) = of(cast.manager_b)
    html = client.get(f"/files/{case.reference}/exchange/").content.decode()
    assert "Centre" in html
    assert "Vexilquor" not in html
    file = client.get(f"/files/{case.reference}/").content.decode()
    assert "Brought in from another system" in file
    words = client.post(f"/files/{case.reference}/exchange/words/", {"purpose": "safety"})
    assert "case: X-1" in words.content.decode()
    names = client.post(f"/files/{case.reference}/identity/", {"purpose": "safety"})
    assert "prs_MaritalStatus: Married" in names.content.decode()


def test_records_are_asked_for_on_the_page_of_copies_and_taken_from_there(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    consented(case, cast.manager_a)
    client = client_of(cast.manager_a)
    page = client.get(f"/files/{case.reference}/exchange/").content.decode()
    assert "Nobody has asked for records" in page
    assert "prs_MailingCity, prs_MailingCountry" in page
    assert f"/files/{case.reference}/copy/others/" in page
    asked = client.get(f"/files/{case.reference}/copy/others/").content.decode()
    assert "Records for another system (HTCDS 2.0)" in asked
    row = steps.agreed(case, cast)
    answer = client.post(f"/files/{case.reference}/copy/others/{row.pk}/", {"key": uuid4()})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="records.zip"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert (
        "An authority of another country"
        in client.get(f"/files/{case.reference}/exchange/").content.decode()
    )
