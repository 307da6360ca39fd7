from typing import Any
from uuid import UUID, uuid4

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import THE_FILE, Act, Recipient
from amparo.access.standing import unit_for
from amparo.methods import clock
from amparo.people.models import User
from amparo.screening.models import Screening


def finished_screening(by: User, **answers: Any) -> Screening:
    given = {"age": "adult", "sex": "F", "languages": ["en"], "forms": ["LABOUR"], **answers}
    unit = unit_for(by, Act.SCREEN)
    screening = Screening(
        unit=unit, by=by, questionnaire_version="test", answers=given,
        started_at=clock.now(), finished_at=clock.now(), result="trafficking",
    )  # fmt: skip
    with acting_as(by):
        share(screening.case_id, unit, THE_FILE, by=by, under=OWN_RECORD, recipient=Recipient.OWN)
        screening.save(force_insert=True)
    return screening


def case_of_keys(by: User) -> UUID:
    """A case that is nothing yet but shared with the unit of whoever makes its keys."""
    case = uuid4()
    unit = unit_for(by, Act.SCREEN)
    share(case, unit, THE_FILE, by=by, under=OWN_RECORD, recipient=Recipient.OWN)
    return case
