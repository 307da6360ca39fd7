"""Those that fit, some at a time."""

from django.core.paginator import Page, Paginator

from amparo.referrals.matching import SHOWN, Found, match
from amparo.referrals.models import Need


def of_those_that_fit(need: Need, wanted: str | None) -> tuple[Page[int], Found]:
    """The page that was asked for; where it is none, the nearest that is one."""
    number = int(wanted) if wanted and wanted.isdecimal() and len(wanted) < 6 else 1
    found = match(need, start=(max(number, 1) - 1) * SHOWN)
    page = Paginator(range(found.fit), SHOWN).get_page(number)
    if page.number != max(number, 1):
        found = match(need, start=(page.number - 1) * SHOWN)
    return page, found
