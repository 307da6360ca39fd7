from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.notifications.queries import Line, notifications
from amparo.design.parts import Column, Table
from amparo.directory import regions
from amparo.people.codes import label


@requires(Act.RECEIVE)
def received(request: SignedInRequest) -> HttpResponse:
    """What the bureau was told of adults who refused: how many, never who."""
    lines = notifications().lines()
    return render(request, "cases/notifications.html", {"table": _table(lines) if lines else None})


def _table(lines: list[Line]) -> Table:
    heads = (_("Year"), _("Form"), _("Sex"), _("Region"), _("Why"))
    return Table(
        caption=_("Adults who refused a referral"),
        columns=(*(Column(head) for head in heads), Column(_("Persons"), numeric=True)),
        rows=[
            (
                str(year), label("forms", form), label("sex", sex), regions.label(region),
                label("status_reasons", reason), count,
            )
            for year, form, sex, region, reason, count in lines
        ],
    )  # fmt: skip
