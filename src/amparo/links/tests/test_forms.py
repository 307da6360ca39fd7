"""Every form of the page of links: see `PageForms`."""

from uuid import UUID

from amparo.access.acting import acting_as
from amparo.access.standing import standing_of
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.links.actions.linking import link
from amparo.links.deeds import PAGE
from amparo.links.queries import links_of
from amparo.links.tests.pairs import merged, opened
from support.cast import Cast
from support.forms import PageForms, Sending


def a_file(cast: Cast) -> tuple[Case, None]:
    opened(cast.manager_a)
    return opened(cast.manager_a), None


def the_other(cast: Cast) -> str:
    """The reference of the file that was opened first."""
    with acting_as(cast.manager_a):
        return cases_for(cast.manager_a).order_by("reference")[0].reference


def a_pair(cast: Cast) -> tuple[Case, UUID]:
    return opened(cast.manager_a), opened(cast.manager_a).pk


def linked(cast: Cast) -> tuple[Case, UUID]:
    by, (case, _) = cast.manager_a, a_file(cast)
    link(case, by=by, reference=the_other(cast), kind="offender")
    with acting_as(by):
        return case, links_of(case, standing_of(by))[0].pk


def continued(cast: Cast) -> tuple[Case, None]:
    case, other = opened(cast.manager_a), opened(cast.manager_a)
    merged(case, other, by=cast.manager_a, second=cast.coordinator)
    return case, None


class TestForms(PageForms):
    pages = (PAGE,)
    sendings = (
        Sending(
            PAGE, "link", a_file, {"reference": the_other, "kind": "offender"},
            ("reference", "kind"),
        ),
        Sending(PAGE, "link-end", linked, {}, ()),
        Sending(PAGE, "apart", a_pair, {}, ()),
        Sending(
            PAGE, "merge", a_pair, {"goes_on": "other", "ground": "paper"}, ("goes_on", "ground")
        ),
        Sending(PAGE, "merge-end", continued, {"ground": "staff"}, ("ground",)),
    )  # fmt: skip
