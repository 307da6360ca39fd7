"""The rules as data: what is wrong in the file is told with the rule and the key."""

from pathlib import Path

import pytest

from amparo.referrals.matching.rules import FILE, read_rules
from amparo.vocab.datafile import DataError

WRITTEN = FILE.read_text(encoding="utf-8")
FAULTS = {
    "rule[sex].is: should be one of": (
        'is = "in"\nservice = "sexes"',
        'is = "like"\nservice = "sexes"',
    ),
    "rule[sex].service: should be one of": ('service = "sexes"', 'service = "nationality"'),
    "rule[sex].need: should be one of": ('need = "sex"', 'need = "religion"'),
    "rule[sex].need: 'forms' does not go with 'sexes'": ('need = "sex"', 'need = "forms"'),
    "rule[dependants].service: 'sexes' does not go with 'true'": (
        'service = "dependants"',
        'service = "sexes"',
    ),
    "rule[dependants].when: should be one of": (
        'when = "family"\nis = "true"',
        'when = "rich"\nis = "true"',
    ),
    "rule[all_held].unless: 'full' is no rule before": (
        'unless = ["no_place"]',
        'unless = ["full"]',
    ),
    "rule[form].empty: should be one of all": ('empty = "all"', 'empty = "none"'),
    "rule[sex].empti: is not a key": ('service = "sexes"\n', 'service = "sexes"\nempti = "all"\n'),
    "rule[not_wanted].cites: 'S9 ¶1' is no paragraph": (
        'cites = ["S0 ¶5", "S2 ¶6"]',
        'cites = ["S9 ¶1"]',
    ),
    "rule[not_wanted].why_not_fr: is missing": ('why_not_fr = "la personne n’en veut pas"\n', ""),
    "rule: 'no_place' is missing": ('code = "no_place"', 'code = "no_room"'),
    "rule[adults_only].need: is missing, and there is no number": (
        'number = 18\nservice = "age_min"',
        'service = "age_min"',
    ),
    "order[near].service: 'region' is no number": ('service = "steps_away"', 'service = "region"'),
    "order[near].by: should be one of": (
        'by = "least"\nservice = "steps',
        'by = "weight"\nservice = "steps',
    ),
    "order: 'wanted' is missing": ('code = "wanted"', 'code = "asked_for"'),
    "for_each_person: 'tent' is not in the list": ('["bed", "cot"]', '["bed", "tent"]'),
    "answers.percent: should be 100 or less": ("percent = 50", "percent = 150"),
    "weight: is not a key": ("risk_km = 25", "risk_km = 25\nweight = 3"),
}


@pytest.mark.parametrize("told", FAULTS)
def test_a_fault_is_told_with_its_rule_and_key(told: str, tmp_path: Path) -> None:
    right, wrong = FAULTS[told]
    assert right in WRITTEN
    file = tmp_path / "rules.toml"
    file.write_text(WRITTEN.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        read_rules(file)
    assert f"rules.toml: {told}" in str(error.value)


def test_a_rule_more_needs_no_line_of_code(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    rule = """
[[rule]]
code = "young"
when = "adult"
is = "below"
number = 60
service = "age_min"
cites = ["S0 ¶5"]
why_not_en = "is for older people"
why_not_fr = "est pour des personnes plus âgées"
"""
    file.write_text(WRITTEN + rule, encoding="utf-8")
    assert read_rules(file).hard[-1].code == "young"
