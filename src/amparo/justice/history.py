"""The part of a case's timeline that tells of proceedings."""

from django.utils.translation import gettext as _

from amparo.cases.models import Case
from amparo.design.parts import Entry
from amparo.justice.queries import investigators_of


def entries(case: Case) -> list[Entry]:
    return [
        Entry(
            id=f"e-{grant.pk}", title=_("Handed over to who investigates"), moment=grant.since,
            text=grant.unit.name, actor=str(grant.by), kind=_("Justice"), icon="scale",
        )
        for grant in investigators_of(case)
    ]  # fmt: skip
