"""One report of all methods, with what to look at and what it takes to do it again."""

import json
from pathlib import Path

import pytest

from amparo.methods.estimation import lights
from amparo.methods.estimation.__main__ import main
from amparo.methods.estimation.classes import Sampling
from amparo.methods.estimation.lights import Colour
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.report import Effort, Report, plain, record, report
from amparo.methods.estimation.table import Table
from amparo.methods.tests.estimation_tables import KOSOVO, SPARSE, UNITED_KINGDOM

QUICK = Effort(samples=20, seed=3, sampling=Sampling(2, 200, 50, 2))


def test_every_method_has_a_line_with_what_it_assumes() -> None:
    found = report(KOSOVO, QUICK)
    assert isinstance(found, Report)
    totals = {line.method: line.total for line in found.lines}
    assert totals["bic"] == pytest.approx(10_357, abs=0.5)
    assert totals["bic_2"] == pytest.approx(14_342, abs=0.5)
    assert set(totals) == {
        "bic", "bic_2", "stepwise", "bic_1", "graphs", "graphs_flat", "classes", "chao_by_list",
    }  # fmt: skip
    assert all(line.assumption for line in found.lines)
    assert found.measurement_type == "estimate"
    names = {light.name for light in found.lights}
    assert {"overlap", "empty_pairs", "existence", "r_hat", "methods_apart"} <= names


def test_a_report_of_two_lists_says_which_methods_need_more() -> None:
    found = report(Table.of(("a", "b"), {"a": 70, "b": 60, "a+b": 30}), QUICK)
    assert isinstance(found, Report)
    totals = {line.method: line.total for line in found.lines}
    assert totals["bic_1"] == pytest.approx(160 + 70 * 60 / 30)
    assert totals["graphs"] == CannotEstimate(Reason.TOO_FEW_LISTS)
    assert "bic" not in totals


def test_a_table_that_tells_nothing_has_no_report() -> None:
    found = report(Table.of(("a", "b"), {"a": 70, "b": 60}), QUICK)
    assert found == CannotEstimate(Reason.NO_OVERLAP)
    assert plain(found) == {"refused": "no_overlap"}


def test_the_record_knows_the_counts_and_not_how_they_were_written() -> None:
    same = Table(KOSOVO.lists, dict(reversed(list(KOSOVO.counts.items()))))
    assert record(KOSOVO, QUICK) == record(same, QUICK)
    assert record(KOSOVO, QUICK)["sha256"] != record(SPARSE, QUICK)["sha256"]
    assert record(KOSOVO, QUICK)["seed"] == 3


def test_lights_turn_where_an_estimate_is_not_to_be_believed() -> None:
    few = Table.of(("a", "b"), {"a": 70, "b": 60, "a+b": 19})
    assert lights.overlap(few).colour is Colour.RED
    assert lights.overlap(SPARSE).value == 6
    assert lights.overlap(UNITED_KINGDOM).colour is Colour.GREEN
    assert lights.empty_pairs(UNITED_KINGDOM).value == 0.1
    assert lights.empty_pairs(UNITED_KINGDOM).colour is Colour.AMBER
    assert lights.empty_pairs(KOSOVO).colour is Colour.GREEN
    assert lights.r_hat(1.06).colour is Colour.RED
    assert lights.failed_samples(0, 100).colour is Colour.GREEN
    assert lights.apart([1000.0, 3000.0]).colour is Colour.RED
    assert lights.existence(100, 113).colour is Colour.AMBER


def test_the_command_prints_json_and_says_by_its_end_what_happened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lists.csv"
    path.write_text("lists,count\na,70\nb,60\na+b,30\n")
    assert main([str(path), "--samples", "20"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["measurement_type"] == "estimate"
    path.write_text("lists,count\na,70\nb,60\n")
    assert main([str(path)]) == 1
    assert json.loads(capsys.readouterr().out) == {"refused": "no_overlap"}
    path.write_text("a,b\n1,2\n")
    assert main([str(path)]) == 2
    assert "Line 2" in capsys.readouterr().err
