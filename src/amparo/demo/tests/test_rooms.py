"""After a load every room has something to show, and of what is due only a little is late."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from amparo.access.acting import acting_as
from amparo.cases.clocks.queries import clocks_for
from amparo.cases.clocks.rules import duties
from amparo.cases.models import OfCase
from amparo.commitments.following.models import Evidence
from amparo.commitments.following.queries import actions, charges, evidence, institutions
from amparo.demo.load import Country
from amparo.demo.load.commitments import follow_up
from amparo.demo.load.plans import make_plans
from amparo.demo.load.play import play
from amparo.directory.queries import services
from amparo.events.models import Found, Missing, Threat, ThreatAnswer
from amparo.evidence.models import Custody, Episode, Finding, Item, PaymentTable
from amparo.justice import models as justice
from amparo.justice.models import OfDossier
from amparo.links.models import Link, Looked
from amparo.methods import clock
from amparo.people.codes import label
from amparo.people.models import Mandate, User
from amparo.stay.models import Stay, StayStep
from amparo.stay.words import STAYS
from amparo.support import models as support

# A country is the same each time it is made for the same moment.
MOMENT = datetime(2026, 11, 27, 9, tzinfo=UTC)
BUREAU, INVESTIGATOR = "adele@corvane.example", "solene@corvane.example"

pytestmark = pytest.mark.usefixtures("corvane")

ON_FILES: list[type[OfCase]] = [
    support.SafeContact, support.NeedsAssessment, support.Goal, support.SupportPlan,
    support.ServiceStep, support.Inclusion, support.SupportExit, support.FollowUp,
    justice.Allegation, justice.Plea, justice.PleaReply, justice.AllegationOutcome,
    justice.Claim, justice.ClaimStep, justice.Preparation,
    Stay, StayStep, Threat, ThreatAnswer, Missing, Found, Link, Looked,
]  # fmt: skip
ON_BOTH_SIDES: list[type[OfCase]] = [
    justice.Proceeding, justice.Stage, justice.Hearing, justice.HearingEnd, justice.Judgment,
]  # fmt: skip
ON_DOSSIERS: list[type[OfDossier]] = [
    justice.Offender, justice.Asset, Episode, Item, Finding, Custody, PaymentTable
]  # fmt: skip
# The page of a room, a row that stands on it, and what it says of the row.
PAGES: list[tuple[str, type[OfCase], Callable[[Any], str]]] = [
    ("support", support.NeedsAssessment, lambda row: label("talk_interpreters", row.interpreter)),
    ("justice", justice.Judgment, lambda row: row.get_result_display()),
    ("non-punishment", justice.PleaReply, lambda row: label("plea_answers", row.answer)),
    ("stay", Stay, lambda row: str(STAYS[row.kind])),
    ("events", Threat, lambda row: label("threatened", row.against[0])),
    ("links", Link, lambda row: row.other.reference),
]


@pytest.fixture(scope="module")
def corvane(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The newest files and some of those before them: played once, and rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        with clock.at(MOMENT):
            country = Country.found()
            plans = make_plans(MOMENT)
            play(
                [*plans[60:-16:6], *plans[-16:]], country.houses, country.people, lambda words: None
            )
            follow_up(country.houses, country.people["bureau-coordination"])
        yield
        transaction.set_rollback(True)


def somebody(email: str) -> User:
    return User.objects.get(email=email)


@pytest.mark.parametrize("model", [*ON_FILES, *ON_BOTH_SIDES])
def test_the_files_hold_rows_of_every_kind(model: type[OfCase]) -> None:
    with acting_as(somebody(BUREAU)):
        assert model.objects.exists()


@pytest.mark.parametrize("model", [*ON_DOSSIERS, *ON_BOTH_SIDES])
def test_who_investigates_finds_rows_of_every_kind(model: type[OfCase] | type[OfDossier]) -> None:
    with acting_as(somebody(INVESTIGATOR)):
        assert model.objects.exists()


@pytest.mark.parametrize(("page", "model", "said"), PAGES)
def test_the_page_of_each_room_shows_what_was_written(
    page: str,
    model: type[OfCase],
    said: Callable[[Any], str],
    client_of: Callable[[User], Client],
) -> None:
    bureau = somebody(BUREAU)
    with acting_as(bureau):
        row = model.objects.order_by("-at", "pk")[0]
        reference, words = row.case.reference, said(row)
    assert words in unescape(client_of(bureau).get(f"/files/{reference}/{page}/").content.decode())


def test_the_investigators_pages_show_the_dossiers(client_of: Callable[[User], Client]) -> None:
    solene = somebody(INVESTIGATOR)
    with acting_as(solene):
        table = PaymentTable.objects.select_related("dossier").order_by("at")[0]
        items = Item.objects.filter(dossier=table.dossier).count()
    reference, client = table.dossier.reference, client_of(solene)
    assert reference in client.get("/justice/").content.decode()
    assert f"{items} items" in client.get(f"/justice/{reference}/").content.decode()


def test_of_what_somebody_must_do_little_is_late() -> None:
    with clock.at(MOMENT), acting_as(bureau := somebody(BUREAU)):
        due = clocks_for(bureau).for_rules(duties(Mandate.values)).ticking()
        late, all_told = due.late(MOMENT).count(), due.count()
    assert late * 8 <= all_told > 20


def test_needs_are_assessed_where_a_place_was_found_a_while_ago() -> None:
    with clock.at(MOMENT), acting_as(bureau := somebody(BUREAU)):
        waiting = clocks_for(bureau).for_rules(["needs_assessed"]).late(MOMENT).count()
        assert waiting * 10 <= support.NeedsAssessment.objects.values("case").distinct().count()


def test_most_houses_have_just_said_how_many_places_they_have() -> None:
    stale = [service for service in services() if service.is_stale_at(MOMENT)]
    assert 0 < len(stale) < services().count() / 4


def test_what_is_asked_of_the_country_is_followed_up(client_of: Callable[[User], Client]) -> None:
    assert institutions().live().count() == 8
    assert charges().live().count() == 15
    answered = {ask for action in actions() for ask in action.asks.all()}
    assert (actions().count(), len(answered)) == (6, 15)
    assert {row.kind for row in evidence()} >= {Evidence.Kind.NOTE, Evidence.Kind.LINK}
    client = client_of(somebody(BUREAU))
    page = unescape(client.get("/commitments/S0/5/").content.decode())
    assert "National referral mechanism" in page and "Decree 118" in page
    due = unescape(client.get("/commitments/due/?on=2026-11-27&whom=us").content.decode())
    assert "A report of the week" in due and "nothing was sent" in due


def test_the_country_reports_a_figure_that_may_be_shown() -> None:
    assert evidence().filter(kind=Evidence.Kind.FIGURE).exists()
