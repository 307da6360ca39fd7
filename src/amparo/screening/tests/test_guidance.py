from pathlib import Path

import pytest

from amparo.screening.assessment import RESULTS, Facts, assess
from amparo.screening.guidance import DATA, guide, load, read_words
from amparo.vocab.datafile import DataError

EXPLOITED = {"work_hours": "seen", "work_pay": "told"}


@pytest.mark.parametrize("code", RESULTS)
def test_every_result_says_what_to_do_whom_to_call_and_what_to_tell(code: str) -> None:
    block = load().results[code].block
    assert block.now
    assert block.call
    assert block.say
    assert all(step.cites for step in (*block.now, *block.say))


@pytest.mark.parametrize("age", ["adult", "child", "not_sure"])
@pytest.mark.parametrize("marks", [{}, EXPLOITED])
def test_danger_now_comes_before_everything_else(age: str, marks: dict[str, str]) -> None:
    facts = Facts(age=age, marks=marks, danger="yes", alone="no")
    guidance = guide(assess(facts), facts)
    assert guidance.now[0].code == "call_emergency"
    assert guidance.call[0] == "emergency"


def test_without_danger_nobody_is_told_to_call_the_emergency_services() -> None:
    facts = Facts(age="adult", marks=EXPLOITED)
    guidance = guide(assess(facts), facts)
    assert "emergency" not in guidance.call
    assert guidance.now[0].code == "labour_rights"


def test_doubt_about_age_comes_right_after_danger() -> None:
    facts = Facts(age="not_sure", marks=EXPLOITED, danger="not_sure")
    codes = [step.code for step in guide(assess(facts), facts).now]
    assert codes[:3] == ["ask_danger", "treat_as_child", "call_child_protection"]


def test_a_child_is_referred_without_waiting_for_consent() -> None:
    facts = Facts(age="child", marks=EXPLOITED)
    codes = [step.code for step in guide(assess(facts), facts).now]
    assert "refer_child" in codes
    assert "ask_agreement" not in codes


def test_no_step_is_said_twice() -> None:
    facts = Facts(age="adult", forms=frozenset({"SEXUAL"}), danger="yes", alone="no")
    codes = [step.code for step in guide(assess(facts), facts).now]
    assert len(codes) == len(set(codes))
    assert codes.count("other_forms") == 1


def test_a_form_outside_labour_sends_to_the_duty_desk() -> None:
    facts = Facts(age="adult", marks=EXPLOITED, forms=frozenset({"SEXUAL"}))
    guidance = guide(assess(facts), facts)
    assert guidance.now[-1].code == "other_forms"
    assert "bureau" in guidance.call


def test_abuse_of_vulnerability_adds_its_step() -> None:
    used = {"used_poverty": "told", "used_affection": "told", "used_past": "told"}
    facts = Facts(age="adult", marks={**EXPLOITED, **used})
    assert guide(assess(facts), facts).now[-1].code == "vulnerability"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('code = "no_sign"', 'code = "nothing"', "result[nothing].code: should be one of"),
        ('"no_confrontation"', '"shout"', "result[trafficking].now: 'shout' is not in guidance"),
        ('"bureau"', '"embassy"', "result[trafficking].call: 'embassy' is no number"),
    ],
)
def test_faulty_words_name_their_entry(tmp_path: Path, old: str, new: str, message: str) -> None:
    written = (DATA / "results.toml").read_text(encoding="utf-8")
    (tmp_path / "results.toml").write_text(written.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as refused:
        read_words(DATA / "guidance.toml", tmp_path / "results.toml")
    assert str(refused.value).startswith(f"results.toml: {message}")
