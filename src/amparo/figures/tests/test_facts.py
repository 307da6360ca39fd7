"""A fact follows its file, through the actions that a user's click calls."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.forms import model_to_dict
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.models import Entry
from amparo.cases.actions.decisions import end_without_referral, receive
from amparo.cases.decisions.actions import decide
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.figures.actions import keep, rebuild
from amparo.figures.facts import token
from amparo.figures.models import Fact
from amparo.methods import clock
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, offer
from support import files
from support.cast import Cast

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def fact_of(case: Case) -> Fact:
    return Fact.objects.get(token=token(case.pk))


def stored() -> list[dict[str, object]]:
    return [{**model_to_dict(fact), "token": fact.pk} for fact in Fact.objects.order_by("token")]


def test_a_file_has_its_fact_from_the_moment_it_is_opened(cast: Cast) -> None:
    fact = fact_of(files.opened(cast, sex="M", age="child", forms=["BEGGING", "CRIMINALITY"]))
    assert (fact.form, fact.sex, fact.age) == ("BEGGING", "M", "child")
    assert (fact.identification, fact.referred) == (State.SCREENED, False)


def test_doubt_about_age_is_counted_as_not_known(cast: Cast) -> None:
    assert fact_of(files.opened(cast, age="not_sure")).age == "unknown"


def test_a_file_without_a_form_counts_under_not_known(cast: Cast) -> None:
    assert fact_of(files.opened(cast, forms=[])).form == "UNKNOWN"


def test_a_form_that_the_list_does_not_have_is_not_lost(cast: Cast) -> None:
    assert fact_of(files.opened(cast, forms=["PIRACY"])).form == "UNKNOWN"


@pytest.mark.parametrize(("hour", "year"), [(22, 2025), (23, 2026)])
def test_the_year_is_that_of_the_countrys_own_clocks(cast: Cast, hour: int, year: int) -> None:
    """Corvane is an hour ahead of UTC: its new year begins while the old one ends here."""
    with clock.at(datetime(2025, 12, 31, hour, 30, tzinfo=UTC)):
        fact = fact_of(files.opened(cast))
    assert (fact.year, fact.opened_on.year) == (year, year)


def test_the_referral_and_the_decisions_are_timed(cast: Cast) -> None:
    with clock.at(MORNING):
        case = files.referred(cast)
    with clock.at(MORNING + timedelta(hours=5, seconds=59)):
        units = cast.units
        receive(case, by=cast.coordinator, authority=units["panel"], manager=units["centre_a"])
    with clock.at(MORNING + timedelta(days=2)):
        decide(case, State.PRESUMED, by=cast.panel, reason="grounds_found", findings=files.FOUND)
    with clock.at(MORNING + timedelta(days=40)):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=files.FOUND)
    fact = fact_of(case)
    assert fact.referred
    assert fact.minutes_to_receipt == 5 * 60
    assert fact.minutes_to_first_decision == 2 * 24 * 60
    assert fact.minutes_to_final_decision == 40 * 24 * 60


def test_closing_a_file_keeps_its_outcome(cast: Cast) -> None:
    case = files.confirmed(cast)
    files.close(case, by=cast.coordinator, second=cast.manager_a, reason="completed")
    fact = fact_of(case)
    assert (fact.identification, fact.outcome) == (State.CLOSED, State.CONFIRMED)


def test_an_adult_who_refuses_is_not_counted_as_referred(cast: Cast) -> None:
    case = files.opened(cast)
    end_without_referral(case, State.NOT_REFERRED, by=cast.first_responder, reason="refused")
    assert (fact_of(case).referred, fact_of(case).outcome) == (False, State.NOT_REFERRED)


def test_a_providers_yes_is_timed_though_they_saw_nothing_before_it(cast: Cast) -> None:
    """The unit comes to the case in the same act; the fact is written as the provider."""
    with clock.at(MORNING):
        made = files.offered(cast, case := files.consented(cast))
    with clock.at(MORNING + timedelta(hours=3)):
        assert fact_of(case).minutes_to_place is None
        accept(made, by=cast.provider)
    assert fact_of(case).minutes_to_place == 3 * 60


def test_the_time_runs_from_the_first_need_to_the_first_place(cast: Cast) -> None:
    with clock.at(MORNING):
        case = files.consented(cast)
        first = files.offered(cast, case)
    with clock.at(MORNING + timedelta(hours=1)):
        accept(first, by=cast.provider)
    with clock.at(MORNING + timedelta(days=9)):
        again = record_need(
            case, by=cast.first_responder, kind="shelter", urgency="days", region="north"
        )
        second = offer(again, files.service(cast), by=cast.first_responder)
        accept(second, by=cast.provider)
    assert fact_of(case).minutes_to_place == 60


def test_keeping_a_fact_costs_five_queries(cast: Cast) -> None:
    """The steps, the needs, what is alleged, whether another file goes on, and one write."""
    case = files.consented(cast)
    files.placed(cast, case)
    with acting_as(cast.provider), CaptureQueriesContext(connection) as asked:
        keep(case)
    assert len(asked) == 5


def test_a_refused_step_leaves_the_fact_alone(cast: Cast) -> None:
    case = files.presumed(cast)
    before = stored()
    with pytest.raises(Refused):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=files.FOUND)
    assert stored() == before


def test_counting_anew_gives_what_was_kept_step_by_step(cast: Cast) -> None:
    files.opened(cast, age="not_sure", forms=[])
    files.placed(cast, files.received(cast, sex="M"))
    files.close(
        files.confirmed(cast), by=cast.coordinator, second=cast.manager_a, reason="completed"
    )
    kept = stored()
    Fact.objects.update(minutes_to_place=1, form="ORGANS", referred=False)
    Fact.objects.create(
        token=uuid4(), year=2020, opened_on=MORNING.replace(year=2020).date(), form="SEXUAL",
        sex="F", age="child",
    )  # fmt: skip
    assert rebuild(by=cast.coordinator) == 3
    assert stored() == kept


def test_the_bureau_counts_anew_from_the_command_line(cast: Cast) -> None:
    files.opened(cast)
    kept = stored()
    Fact.objects.all().delete()
    call_command("rebuild_figures", cast.coordinator.email)
    assert stored() == kept
    assert Entry.objects.filter(actor=cast.coordinator.pk, action="rebuilt the figures").exists()


@pytest.mark.parametrize(
    ("email", "said"),
    [("manager_a@example.org", "Only the bureau"), ("nobody@example.org", "There is nobody")],
)
def test_nobody_else_counts_anew(cast: Cast, email: str, said: str) -> None:
    files.opened(cast)
    kept = stored()
    with pytest.raises(CommandError, match=said):
        call_command("rebuild_figures", email)
    assert stored() == kept


def test_nothing_in_the_facts_leads_back_to_a_file(cast: Cast) -> None:
    cases = [files.placed(cast, files.received(cast)).case_id for _ in range(2)]
    with acting_as(cast.coordinator):
        rows = list(Case.objects.filter(pk__in=cases).values_list("pk", "reference", "pseudonym"))
    said = repr(list(Fact.objects.values())).lower()
    secrets = [str(value).lower() for row in rows for value in row]
    secrets += [pk.hex for pk, *_rest in rows] + [text.lower() for text in files.IDENTITY.values()]
    secrets += [str(unit.pk) for unit in cast.units.values()]
    assert len(rows) == 2
    assert [secret for secret in secrets if secret in said] == []


def test_the_table_of_facts_has_no_moment_and_no_number_in_order_of_writing() -> None:
    kinds = {field.get_internal_type() for field in Fact._meta.concrete_fields}
    assert kinds.isdisjoint({"DateTimeField", "BigAutoField", "AutoField", "ForeignKey"})


def test_a_token_is_not_to_be_had_without_the_key(settings: Settings, tmp_path: Path) -> None:
    case = uuid4()
    ours = token(case)
    settings.KEYS = tmp_path
    assert token(case) != ours
