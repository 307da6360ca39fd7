import pytest

from amparo.cases.tests.conftest import case

__all__ = ["case"]
STEPS = "steps on four tracks"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the walks of this run added up to: pytest src/amparo/cases/clocks"""
    reports = terminalreporter.getreports("passed")
    rows = [row for each in reports for row in each.user_properties if row[0] == STEPS]
    if rows:
        tried, taken = (sum(row[1][column] for row in rows) for column in (0, 1))
        terminalreporter.line(f"{STEPS}: {tried} tried, {taken} taken, each as the reference says")
