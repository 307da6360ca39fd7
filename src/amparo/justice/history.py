"""The part of a case's timeline that tells of proceedings and of non-punishment."""

from django.utils.translation import gettext as _

from amparo.cases.machine import State
from amparo.cases.models import Case, OfCase
from amparo.cases.pages.parts import entry
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry, Words
from amparo.design.tokens import sum_in_words
from amparo.justice.models import (
    Allegation,
    AllegationOutcome,
    Claim,
    ClaimStep,
    DropTold,
    Hearing,
    HearingEnd,
    Judgment,
    Plea,
    PleaReply,
    Protection,
    ProtectionEnd,
    Stage,
)
from amparo.justice.queries import investigators_of
from amparo.justice.sections.hearings import named
from amparo.people.codes import label


def entries(case: Case) -> list[Entry]:
    return [
        *_handed_over(case),
        *map(_stage, rows_of(Stage, case).select_related("proceeding")),
        *map(_told, rows_of(DropTold, case)),
        *map(_hearing, rows_of(Hearing, case)),
        *map(_heard, rows_of(HearingEnd, case).select_related("hearing")),
        *map(_judgment, rows_of(Judgment, case)),
        *map(_protection, rows_of(Protection, case)),
        *map(_unprotected, rows_of(ProtectionEnd, case).select_related("protection")),
        *map(_claim, rows_of(Claim, case)),
        *map(_claim_step, rows_of(ClaimStep, case).select_related("claim")),
    ]


def of_non_punishment(case: Case) -> list[Entry]:
    return [
        *map(_allegation, rows_of(Allegation, case)),
        *map(_plea, rows_of(Plea, case)),
        *map(_reply, rows_of(PleaReply, case)),
        *map(_outcome, rows_of(AllegationOutcome, case)),
    ]


def _justice(row: OfCase, title: Words, text: Words = "", icon: str = "scale") -> Entry:
    return entry(row, _("Justice"), title, icon=icon, text=text)


def _pleading(row: OfCase, title: Words, text: Words) -> Entry:
    return entry(row, _("Non-punishment"), title, icon="shield-check", text=text)


def _handed_over(case: Case) -> list[Entry]:
    return [
        Entry(
            id=f"e-{grant.pk}", title=_("Handed over to who investigates"), moment=grant.since,
            text=grant.unit.name, actor=str(grant.by), kind=_("Justice"), icon="scale",
        )
        for grant in investigators_of(case)
    ]  # fmt: skip


def _stage(row: Stage) -> Entry:
    why = f" {label('drop_grounds', row.ground)}." if row.ground else ""
    title = _("Proceeding: %(stage)s") % {"stage": State(row.stage).label}
    return _justice(row, title, label("justice_offices", row.proceeding.office) + "." + why)


def _told(row: DropTold) -> Entry:
    text = _("The person asks for a review.") if row.asks_review else ""
    return _justice(row, _("The person was told that it was dropped"), text, "message")


def _hearing(row: Hearing) -> Entry:
    return _justice(row, _("A hearing is planned"), named(row), "calendar")


def _heard(row: HearingEnd) -> Entry:
    title = _("A hearing: %(outcome)s") % {"outcome": row.get_outcome_display()}
    return _justice(row, title, named(row.hearing), "calendar")


def _judgment(row: Judgment) -> Entry:
    text = f"{label('offences', row.offence)}: {row.get_result_display()}"
    return _justice(row, _("A court has judged"), text, "file-text")


def _protection(row: Protection) -> Entry:
    text = f"{row.get_whom_display()}: {label('protection_kinds', row.kind)}"
    return _justice(row, _("A protection began"), text, "shield-check")


def _unprotected(row: ProtectionEnd) -> Entry:
    text = label("protection_kinds", row.protection.kind)
    return _justice(row, _("A protection ended"), text, "shield-check")


def _claim(row: Claim) -> Entry:
    text = f"{label('claim_sources', row.source)}: {sum_in_words(row.amount, row.currency)}"
    return _justice(row, _("Compensation is claimed"), text)


def _claim_step(row: ClaimStep) -> Entry:
    title = _("Compensation: %(state)s") % {"state": row.get_state_display()}
    amount = f": {sum_in_words(row.amount, row.claim.currency)}" if row.amount else ""
    return _justice(row, title, label("claim_sources", row.claim.source) + amount)


def _allegation(row: Allegation) -> Entry:
    text = ", ".join(label("alleged_acts", code) for code in row.acts)
    return _pleading(row, _("Acts are held against the person"), text)


def _plea(row: Plea) -> Entry:
    return _pleading(
        row, _("An office was asked not to punish"), label("justice_offices", row.office)
    )


def _reply(row: PleaReply) -> Entry:
    return _pleading(row, _("The office answered"), label("plea_answers", row.answer))


def _outcome(row: AllegationOutcome) -> Entry:
    return _pleading(row, _("How it ended"), label("allegation_outcomes", row.outcome))
