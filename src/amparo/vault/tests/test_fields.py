"""A sealed column takes only what is sealed, gives only what is sealed, and no query looks in."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection, models

from amparo.vault.fields import Sealed, SealedField
from amparo.vault.tests.columns import COLUMNS, NAMES, Column

# Written into stored values: whoever renames a column keeps its label here and there.
FOR_EVER = {
    "directory_whereabouts.sealed",
    "evidence_custody.bag",
    "evidence_custody.giver",
    "evidence_custody.place",
    "evidence_custody.reason",
    "evidence_custody.receiver",
    "evidence_finding.note",
    "evidence_item.bag",
    "evidence_item.description",
    "evidence_item.digest",
    "evidence_item.finder",
    "evidence_item.name",
    "evidence_item.place",
    "evidence_item.size",
    "evidence_payments.table",
    "justice_offender.name",
    "justice_proceeding.number",
    "justice_allegation.note",
    "justice_plea_reply.note",
    "justice_offender.description",
    "case_account.text",
    "case_attachment.description",
    "case_attachment.digest",
    "case_attachment.name",
    "case_age_appeal.note",
    "case_age_decision.note",
    "case_best_interests.options",
    "case_best_interests.reasons",
    "case_best_interests.words",
    "case_closing.note",
    "case_country_answer.text",
    "case_decision.reasons",
    "case_encounter_end.words",
    "case_family_tracing.note",
    "case_guardian.contact",
    "case_guardian.name",
    "case_measure.note",
    "case_person.birth_date",
    "case_person.document",
    "case_person.elsewhere",
    "case_person.family_name",
    "case_person.given_name",
    "case_person.other_names",
    "case_person.safe_contact",
    "case_person.sought",
    "case_reconsideration.evidence",
    "case_recruited.note",
    "case_status.note",
    "events_episode.note",
    "events_episode_answer.note",
    "events_found.note",
    "events_missing.last_seen",
    "events_threat.words",
    "events_threat_answer.note",
    "stay_return_decision.plan",
    "stay_return_risk.note",
    "stay_return_visit.note",
    "stay_return_wish.destination",
    "stay_return_wish.words",
    "support_exit.plan",
    "support_feedback.words",
    "support_follow_up.note",
    "support_goal.text",
    "support_health_note.text",
    "support_needs_assessment.note",
    "support_plan.words",
    "support_relative.contact",
    "support_relative.name",
    "support_safe_contact.value",
    "exchange_origin.kept",
}
LOOKUPS = sorted({*models.BinaryField().get_lookups(), "year", "nonsense"} - {"isnull"})

each_column = pytest.mark.parametrize("column", COLUMNS, ids=NAMES)


def test_no_label_was_lost_and_no_two_columns_share_one() -> None:
    labels = [field.label for _, field in COLUMNS]
    assert set(labels) >= FOR_EVER
    assert len(set(labels)) == len(labels)


@each_column
def test_no_question_but_isnull_can_be_asked(column: Column) -> None:
    model, field = column
    for lookup in LOOKUPS:
        with pytest.raises(FieldError, match="is sealed"):
            model._default_manager.filter(**{f"{field.name}__{lookup}": "Zorvanela"})


@each_column
def test_whether_something_was_written_can_be_asked(column: Column, db: None) -> None:
    model, field = column
    assert not model._default_manager.filter(**{f"{field.name}__isnull": False}).exists()


@each_column
def test_what_is_not_sealed_cannot_be_stored(column: Column, db: None) -> None:
    model, field = column
    for plain in ("Zorvanela", b"Zorvanela", "", 7):
        with pytest.raises(TypeError, match="only a sealed value"):
            model._default_manager.update(**{field.name: plain})
        with pytest.raises(TypeError, match="only a sealed value"):
            field.get_db_prep_value(plain, connection)


@pytest.mark.parametrize("option", ["db_index", "unique"])
def test_a_sealed_column_can_be_neither_indexed_nor_unique(option: str) -> None:
    with pytest.raises(FieldError, match=r"^A sealed column can be neither indexed nor unique"):
        SealedField("table.column", **{option: True})


@each_column
def test_a_form_offers_no_sealed_column(column: Column) -> None:
    assert not column[1].editable


@each_column
def test_a_migration_keeps_the_label(column: Column) -> None:
    _, _, arguments, options = column[1].deconstruct()
    assert SealedField(*arguments, **options).label == column[1].label


def test_a_sealed_value_shows_nothing() -> None:
    sealed = Sealed(b"Zorvanela")
    assert {repr(sealed), str(sealed), f"{sealed}", f"{[sealed]}"} == {"<sealed>", "[<sealed>]"}


def test_sealed_values_are_alike_when_their_bytes_are() -> None:
    assert Sealed(b"a") == Sealed(b"a")
    assert len({Sealed(b"a"), Sealed(b"a"), Sealed(b"b")}) == 2
    assert Sealed(b"a") != b"a"


def test_a_sealed_column_stands_in_no_form_and_may_be_empty_unless_it_says_so() -> None:
    field = SealedField("test.column")
    assert (field.editable, field.null) == (False, True)
    assert not SealedField("test.column", null=False).null


def test_a_migration_says_the_label_and_nothing_that_every_sealed_column_has() -> None:
    _, _, args, options = SealedField("test.column").deconstruct()
    assert (list(args), options) == ([], {"null": True, "label": "test.column"})


def test_a_transform_is_refused_with_the_name_of_the_column() -> None:
    with pytest.raises(FieldError, match="sealed: lower cannot look inside"):
        SealedField("test.column").get_transform("lower")


def test_two_sealed_values_are_the_same_where_their_bytes_are() -> None:
    assert len({Sealed(b"one"), Sealed(b"one"), Sealed(b"two")}) == 2
    assert hash(Sealed(b"one")) == hash(b"one")
