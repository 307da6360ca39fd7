"""What the tests of this room say for the person, and what a reader has of the file after it."""

from amparo.access.acting import acting_as
from amparo.cases.consents.actions import record_consent, withdraw_consent
from amparo.cases.consents.models import Consent
from amparo.cases.consents.queries import consents_of
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.people.models import User
from amparo.vault.models import DataKey
from support.cast import Cast

OPEN, SHUT = (True, True, 2), (False, False, 0)


def anew(user: User) -> User:
    return User.objects.get(pk=user.pk)


def consent_to(case: Case, cast: Cast, purpose: str = "identification") -> Consent:
    with acting_as(cast.first_responder):
        return consents_of(case).get(purpose=purpose)


def end(case: Case, cast: Cast, purpose: str = "identification") -> None:
    withdraw_consent(consent_to(case, cast, purpose), by=cast.first_responder, how="signed")


def files_consent(case: Case, cast: Cast, **given: object) -> Consent:
    told = {
        "purpose": "identification", "recipients": "bureau", "language": "en", "how": "signed",
        "given_by": "person", **given,
    }  # fmt: skip
    return record_consent(case, by=cast.first_responder, **told)  # type: ignore[arg-type]  # words of a form


def sees(user: User, case: Case) -> tuple[bool, bool, int]:
    """Through the policy, through row security alone, and how many keys open."""
    with acting_as(user):
        return (
            cases_for(anew(user)).filter(pk=case.pk).exists(),
            Case.objects.filter(pk=case.pk).exists(),
            DataKey.objects.filter(case_id=case.pk).count(),
        )
