"""The Child route's part of a case's timeline."""

from django.utils.translation import gettext as _

from amparo.cases.child.models import (
    AgeAppeal,
    AgeDecision,
    BestInterests,
    Detention,
    DetentionEnd,
    EncounterEnd,
    FamilyTracing,
    Guardian,
    Information,
    ProceedingsStanding,
    Recruited,
    VictimStanding,
)
from amparo.cases.child.queries import ended_encounters
from amparo.cases.child.sections.encounters import named
from amparo.cases.child.words import AGE_DECIDED, ENCOUNTER_ENDS, GUARDIAN_STEPS
from amparo.cases.models import Case, OfCase
from amparo.cases.pages.parts import entry
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry, Words
from amparo.people.codes import label


def entries(case: Case) -> list[Entry]:
    return [
        *map(_age, rows_of(AgeDecision, case)),
        *map(_appeal, rows_of(AgeAppeal, case)),
        *map(_guardian, rows_of(Guardian, case)),
        *map(_information, rows_of(Information, case)),
        *map(_meeting, ended_encounters(case)),
        *map(_interests, rows_of(BestInterests, case)),
        *map(_family, rows_of(FamilyTracing, case)),
        *map(_detention, rows_of(Detention, case)),
        *map(_release, rows_of(DetentionEnd, case)),
        *map(_recruited, rows_of(Recruited, case)),
        *map(_victim, rows_of(VictimStanding, case)),
        *map(_proceedings, rows_of(ProceedingsStanding, case)),
    ]


def _entry(row: OfCase, title: Words, icon: str, text: Words = "") -> Entry:
    return entry(row, _("Child route"), title, icon=icon, text=text)


def _age(row: AgeDecision) -> Entry:
    text = _("%(authority)s. Looked at: %(methods)s.") % {
        "authority": label("age_authorities", row.authority),
        "methods": "; ".join(label("age_methods", code) for code in row.methods),
    }
    return _entry(row, AGE_DECIDED[row.result], "scale", text)


def _appeal(row: AgeAppeal) -> Entry:
    return _entry(
        row, _("The decision on the age is contested"), "message", row.get_lodged_by_display()
    )


def _guardian(row: Guardian) -> Entry:
    text = label("guardian_end_reasons", row.reason) if row.reason else ""
    if row.office:
        text = label("guardian_offices", row.office)
    return _entry(row, GUARDIAN_STEPS[row.state], "shield-check", text)


def _information(row: Information) -> Entry:
    text = "; ".join(label("child_topics", topic) for topic in row.topics)
    return _entry(row, _("The child was informed"), "message", text)


def _meeting(row: EncounterEnd) -> Entry:
    return _entry(row, ENCOUNTER_ENDS[row.outcome], "calendar", named(row.encounter))


def _interests(row: BestInterests) -> Entry:
    text = f"{label('interest_subjects', row.subject)}: {row.get_outcome_display()}"
    return _entry(row, _("Best interests were weighed"), "heart-handshake", text)


def _family(row: FamilyTracing) -> Entry:
    return _entry(row, _("Family search"), "users", row.get_state_display())


def _detention(row: Detention) -> Entry:
    text = label("detention_places", row.place)
    return _entry(row, _("The child is detained"), "lock", text)


def _release(row: DetentionEnd) -> Entry:
    return _entry(row, _("A detention ended"), "lock-open", label("detention_ends", row.how))


def _recruited(row: Recruited) -> Entry:
    text = label("recruiter_groups", row.group)
    return _entry(row, _("The child was recruited by a group"), "flag", text)


def _victim(row: VictimStanding) -> Entry:
    text = label("child_standings", row.standing)
    return _entry(row, _("Recruited child: victim"), "flag", text)


def _proceedings(row: ProceedingsStanding) -> Entry:
    text = label("child_proceedings", row.standing)
    return _entry(row, _("Recruited child: proceedings"), "scale", text)
