import pytest

TRIED = "tampers"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many tampered values were tried and refused: pytest tests/wall/test_tampers.py"""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    rows = [row for each in reports for row in each.user_properties if row[0] == TRIED]
    for _, (kind, tried, refused) in rows:
        terminalreporter.line(f"{kind}: {tried} tried, {refused} refused")
    if rows:
        tried, refused = (sum(row[1][column] for row in rows) for column in (1, 2))
        terminalreporter.line(f"tampers, all kinds: {tried} tried, {refused} refused")
