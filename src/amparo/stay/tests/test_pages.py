"""The page of residence and return: where each part stands, and what one may do next."""

from collections.abc import Callable

from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.timeline import timeline
from amparo.people.country import today
from amparo.people.models import User
from amparo.stay.actions.afterwards import confirm_arrival, end_monitoring, visit
from amparo.stay.tests.steps import (
    arrived,
    assessed,
    decided,
    permit,
    residence,
    travelled,
    wished,
)
from amparo.stay.tests.story import play_stay
from support.cast import Cast

Browser = Callable[[User], Client]


def shown(client: Client, case: Case, path: str = "stay/") -> str:
    answer = client.get(f"/files/{case.reference}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_leads_from_step_to_step(cast: Cast, case: Case, client_of: Browser) -> None:
    client, by = client_of(cast.manager_a), cast.manager_a
    html = shown(client, case)
    assert "No stay recorded" in html and "/stay/wish/" in html and "/stay/risks/" not in html
    wished(case, by=by)
    html = shown(client, case)
    assert "A return is wished" in html
    assert "/stay/wish-end/" in html and "/stay/risks/" in html
    assert "The risks are assessed first" in shown(client, case, "")
    assessed(case, "here", by=by, living="met")
    html = shown(client, case)
    assert "A danger that can be met" in html
    assert "The risks there, if the person returns, are not assessed yet." in html
    assessed(case, "there", by=by)
    assert "assessed in both places" in shown(client, case)
    decided(case, by=by)
    assert "/stay/travel/" in shown(client, case)


def test_after_the_return_the_page_says_when_somebody_asks(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client, by = client_of(cast.manager_a), cast.manager_a
    travelled(case, by=by)
    html = shown(client, case)
    assert "arrival to be confirmed" in html and "/stay/wish-end/" not in html
    confirm_arrival(case, by=by, day=today(), confirmer="guardian", way="spoken")
    assert "Ask how the person is, 1 month after the return" in shown(client, case)
    visit(case, by=by, reached=True, safe="not_safe", needs=("shelter",))
    html = shown(client, case)
    assert "Not safe" in html and "The guardian. They spoke with the person." in html


def test_after_the_return_what_was_found_before_it_is_still_read(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client, by = client_of(cast.manager_a), cast.manager_a
    arrived(case, by=by)
    html = shown(client, case)
    assert html.count("Protection by authorities: No danger, and it was looked at.") == 2
    assert "the person has left" in html and "none recorded" not in html
    assert "/stay/risks/" not in html
    end_monitoring(case, by=by, reason="person")
    html = shown(client, case)
    assert "The monitoring has ended: nobody asks any more how they are." in html
    assert "none recorded" not in html


def test_of_who_came_back_a_stay_is_asked_for_again(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    arrived(case, by=cast.manager_a)
    end_monitoring(case, by=cast.manager_a, reason="came_back")
    html = shown(client_of(cast.manager_a), case)
    assert "none recorded" in html and "the person has left" not in html


def test_a_reader_who_may_not_write_gets_no_way_to(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    permit(case, by=cast.manager_a)
    html = shown(client_of(cast.panel), case)
    assert "Residence permit" in html and "The personal situation of the person" in html
    assert "/stay/permit/" not in html


def test_each_row_stands_on_the_timeline(cast: Cast, case: Case) -> None:
    play_stay(case, cast, "Velcandre")
    with acting_as(cast.manager_a):
        told = [str(entry.title) for entry in timeline(case, "Residence and return")]
    for title in (
        "Stay for reflection", "Residence permit", "A renewal was asked for",
        "The person’s own wish to return", "The wish to return ended", "Risks assessed",
        "The risks of a return are to be assessed anew", "With whom the person travelled",
        "The monitoring after the return ended",
    ):  # fmt: skip
        assert title in told


def test_what_is_sealed_is_on_no_page_and_opens_with_a_purpose(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    play_stay(case, cast, "Velcandre")
    client, path = client_of(cast.manager_a), f"/files/{case.reference}/stay/words/"
    assert "Velcandre" not in shown(client, case) + client.get(path).content.decode()
    opened = client.post(path, {"purpose": "safety"}).content.decode()
    assert opened.count("Velcandre") == 5


def test_a_second_return_begins_with_another_wish(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    arrived(case, by=by)
    end_monitoring(case, by=by, reason="came_back")
    permit(case, by=by)
    travelled(case, by=by)
    assert residence(case, cast) == "travelled"
