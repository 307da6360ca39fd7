"""From the file to the paper by clicks, each person on their own page."""

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.two_persons.queries import decidable_by
from amparo.audit.queries import entries
from amparo.cases.consents.actions import withdraw_consent
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.rights.copy_exports.tests.asking import agreed, consented
from amparo.rights.copy_exports.tests.test_hostile import its_consent
from amparo.rights.tests.reading import words
from support.cast import Cast

Browser = Callable[[User], Client]
SENT = {
    "recipient": "lawyer", "proof": "mandate", "shape": "paper",
    "reason": "For the hearing.", "language": "fr",
    "identity": "print", "written": "print", "services": "not_needed", "looked": "not_needed",
}  # fmt: skip


def test_by_clicks_from_the_file_to_the_paper(cast: Cast, case: Case, client_of: Browser) -> None:
    manager, bureau = client_of(cast.manager_a), client_of(cast.coordinator)
    file, ask = f"/files/{case.reference}/", f"/files/{case.reference}/copy/others/"
    assert ask in manager.get(file).content.decode()
    refusal = manager.post(ask, {**SENT, "key": uuid4()}).content.decode()
    assert "The person has not agreed to this" in refusal
    consented(case, cast.manager_a)
    assert manager.post(ask, {**SENT, "key": uuid4()})["Location"] == file
    with acting_as(cast.coordinator):
        proposal = decidable_by(cast.coordinator)[0]
    page = bureau.get(f"/two-persons/{proposal.pk}/").content.decode()
    assert "For: The person’s lawyer." in page
    assert "For the hearing." in page
    take = f"{ask}{proposal.subject}/"
    assert manager.get(take).status_code == 404
    bureau.post(f"/two-persons/{proposal.pk}/", {"decision": "approve", "key": uuid4()})
    assert take in manager.get(file).content.decode()
    assert take not in bureau.get(file).content.decode()
    assert bureau.get(take).status_code == 404
    assert "a mandate signed by the person" in manager.get(take).content.decode()
    answer = manager.post(take, {"names": "Quibrandel"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"] == 'attachment; filename="information.pdf"'
    assert "——— keeps the passport" in words(answer.content)
    assert "to make a copy for your lawyer" in manager.get(f"{file}looked/").content.decode()


def test_after_the_yes_was_taken_back_the_page_says_why(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    row = agreed(case, cast)
    take = f"/files/{case.reference}/copy/others/{row.pk}/"
    withdraw_consent(its_consent(case, cast.manager_a), by=cast.manager_a, how="signed")
    manager = client_of(cast.manager_a)
    assert take not in manager.get(f"/files/{case.reference}/").content.decode()
    answer = manager.post(take, {"names": ""})
    assert "has ended: no copy leaves under it" in answer.content.decode()
    assert not entries().filter(action="exported a copy").exists()


def test_what_nobody_needs_is_left_out_unless_somebody_chooses(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    page = client_of(cast.manager_a).get(f"/files/{case.reference}/copy/others/").content.decode()
    assert page.count('value="not_needed" selected') == 2
    wrong = {**SENT, "recipient": "cousin", "proof": "", "key": uuid4()}
    told = (
        client_of(cast.manager_a)
        .post(f"/files/{case.reference}/copy/others/", wrong)
        .content.decode()
    )
    assert 'href="#id_recipient_0"' in told or 'href="#id_recipient"' in told
    assert "This field is required" in told
