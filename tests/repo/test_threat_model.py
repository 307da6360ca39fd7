"""What the threat model calls a proof is a test that exists."""

import re

from repo.sources import ROOT, functions, of_tests

NAMED = re.compile(r"`[^`]*`")
TEST = re.compile(r"\btest_\w+(?:\.py)?")


def test_every_proof_that_the_threat_model_names_is_a_test() -> None:
    known = {path.name for path in of_tests()}
    known |= {each.name for path in of_tests() for each in functions(path)}
    text = (ROOT / "THREAT_MODEL.md").read_text(encoding="utf-8")
    named = {test for code in NAMED.findall(text) for test in TEST.findall(code)}
    assert len(named) > 40
    assert not named - known, f"no such tests: {sorted(named - known)}"
