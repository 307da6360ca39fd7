"""Each decision about a child has its options, the child's own words, and reasons, sealed."""

from typing import Any

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.child.actions.interests import Said
from amparo.cases.child.deeds import PAGE
from amparo.cases.child.models import BestInterests
from amparo.cases.child.tests.steps import OPTIONS, told, weighed, with_guardian
from amparo.cases.models import Case
from amparo.cases.pages.opening import open_words
from amparo.methods import clock
from support import files
from support.cast import Cast

WORDS = "I want to stay with my sister."


def test_what_the_child_said_is_sealed_and_opens_as_it_was_said(cast: Cast, child: Case) -> None:
    with_guardian(child, by=cast.manager_a)
    row = weighed(child, by=cast.manager_a, said=Said(OPTIONS, WORDS, "They were never apart."))
    assert {repr(row.options), repr(row.words), repr(row.reasons)} == {"<sealed>"}
    told_words = open_words(child, PAGE, by=cast.panel, purpose="decision")
    texts = {str(each.what): each.written.text for each in told_words}
    assert texts["What the child said"] == WORDS
    assert texts["Ways that were weighed"] == OPTIONS


@pytest.mark.parametrize(
    ("said", "changes", "sentence"),
    [
        (Said("only here", WORDS, "Why."), {}, "at least two options"),
        (Said("here\n \n", WORDS, "Why."), {}, "at least two options"),
        (Said(OPTIONS, " ", "Why."), {}, "write down what the child said"),
        (Said(OPTIONS, "", "Why."), {"heard": False}, "why the child was not heard"),
        (Said(OPTIONS, WORDS, "Why."), {"subject": "return", "decider": "panel"}, "or a court"),
    ],
)
def test_a_decision_lacks_nothing(
    said: Said, changes: dict[str, Any], sentence: str, *, cast: Cast, child: Case
) -> None:
    with_guardian(child, by=cast.manager_a)
    with pytest.raises(Refused, match=sentence):
        weighed(child, by=cast.manager_a, said=said, **changes)


def test_a_child_who_was_not_heard_has_the_reason_on_record(cast: Cast, child: Case) -> None:
    with_guardian(child, by=cast.manager_a)
    said = Said(OPTIONS, "", "It could not wait.")
    row = weighed(child, by=cast.manager_a, said=said, heard=False, unheard="urgent")
    assert (row.heard, row.unheard) == (False, "urgent")


@pytest.mark.parametrize(
    "changes",
    [{"decider": "guardian", "guardian_agrees": False}, {"decider": "court"}],
    ids=["decides", "agrees"],
)
def test_a_guardian_who_is_not_there_has_no_say(
    changes: dict[str, Any], cast: Cast, child: Case
) -> None:
    with pytest.raises(Refused, match="No guardian is appointed"):
        weighed(child, by=cast.manager_a, **changes)


def test_an_adult_decides_alone(cast: Cast) -> None:
    adult = files.received(cast)
    with pytest.raises(Refused, match="an adult"):
        weighed(adult, by=cast.manager_a)
    with pytest.raises(Refused, match="an adult"):
        told(adult, by=cast.manager_a)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"heard": False}, "heard_or_it_says"),
        ({"subject": "return", "decider": "panel"}, "decides_a_return"),
    ],
)
def test_the_database_holds_the_rule_too(
    changes: dict[str, Any], name: str, cast: Cast, child: Case
) -> None:
    given = {
        "subject": "placement", "outcome": "for", "decider": "court", "guardian_agrees": False,
        "heard": True, **changes,
    }  # fmt: skip
    with acting_as(cast.manager_a):
        row = BestInterests(case=child, at=clock.now(), by=cast.manager_a, **given)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            row.save(force_insert=True)
