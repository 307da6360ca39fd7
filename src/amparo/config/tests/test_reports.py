"""A browser reports a breach of the content policy; of its report only the rule is written down."""

import json
import logging

import pytest
from django.test import Client

ADDRESS = "/policy-report/"


def report(**told: object) -> bytes:
    page = "https://amparo.example/files/A-2026-00017/"
    return json.dumps({"csp-report": {"document-uri": page, "blocked-uri": page, **told}}).encode()


def send(body: bytes, caplog: pytest.LogCaptureFixture) -> list[str]:
    client = Client(headers={"x-forwarded-proto": "https"}, enforce_csrf_checks=True)
    with caplog.at_level(logging.WARNING):
        response = client.post(ADDRESS, body, content_type="application/csp-report")
    assert (response.status_code, response.content) == (204, b"")
    return [record.getMessage() for record in caplog.records]


@pytest.mark.asvs("3.4.7")
@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ({"effective-directive": "script-src-elem"}, "script-src-elem"),
        ({"violated-directive": "img-src 'self'"}, "img-src"),
    ],
)
def test_the_rule_that_was_broken_is_written_down(
    told: dict[str, str], rule: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert send(report(**told), caplog) == [
        f"A browser stopped what the content policy forbids: {rule}"
    ]
    assert "A-2026-00017" not in caplog.text


@pytest.mark.asvs("16.4.1", "1.5.2")
@pytest.mark.parametrize(
    "body",
    [
        b"", b"\xff\xfe", b"[]", b"null", b"12", b'{"csp-report": []}', b'{"csp-report": {}}',
        report(**{"effective-directive": "img-src\nINFO forged"}),
        report(**{"effective-directive": ""}),
        report(**{"effective-directive": "A-2026-00017"}),
        report(**{"effective-directive": "img-src", "script-sample": "x" * 9000}),
        b"[" * 8000,
    ],
)  # fmt: skip
def test_what_is_no_report_is_not_written_down(
    body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    found = send(body, caplog)
    assert found in ([], ["A browser stopped what the content policy forbids: img-src"])
    assert "forged" not in caplog.text and "A-2026" not in caplog.text


def test_it_takes_reports_only() -> None:
    assert Client(headers={"x-forwarded-proto": "https"}).get(ADDRESS).status_code == 405
