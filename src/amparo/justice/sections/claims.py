from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reader, Section, Way
from amparo.design.parts import Row
from amparo.design.tokens import sum_in_words
from amparo.justice.models import Claim
from amparo.justice.queries.claims import awarded, claims_of, is_over, paid, steps_of
from amparo.people.codes import label


def section(reader: Reader) -> Section:
    rows = claims_of(reader.case)
    return Section(
        _("Compensation"), "file-text", list(map(_row, rows)),
        _("Nothing is claimed yet. The person may claim from the offender and from the State."),
        [*reader.ways("claim"), *(way for row in rows for way in _follow(reader, row))],
    )  # fmt: skip


def _row(row: Claim) -> Row:
    given = awarded(row)
    said = [_("Claimed: %(sum)s.") % {"sum": sum_in_words(row.amount, row.currency)}]
    if given is not None:
        said.append(_("Awarded: %(sum)s.") % {"sum": sum_in_words(given, row.currency)})
        said.append(_("Paid: %(sum)s.") % {"sum": sum_in_words(paid(row), row.currency)})
    if is_over(row):
        said.append(str(steps_of(row)[-1].get_state_display()).capitalize() + ".")
    return Row(label("claim_sources", row.source), " ".join(map(str, said)))


def _follow(reader: Reader, row: Claim) -> list[Way]:
    if is_over(row) or (awarded(row) is not None and paid(row) == awarded(row)):
        return []
    title = _("Record what became of the claim: %(source)s") % {
        "source": label("claim_sources", row.source)
    }
    return reader.way("claim-step", row.pk, title)
