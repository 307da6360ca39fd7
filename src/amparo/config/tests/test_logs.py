"""What a line of the log holds: types, places and numbers; no value that anybody typed."""

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from amparo.config.logs import Bare, BareReport, ServerLog, frames, kinds
from amparo.people.models import Organisation

SECRET = "Belmorvanne"


def line(**fields: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "name": "django.request", "level": logging.ERROR, "pathname": __file__, "lineno": 1,
        "msg": "%s: %s", "args": (), "exc_info": None,
    }  # fmt: skip
    record = logging.LogRecord(**(given | {k: v for k, v in fields.items() if k in given}))
    record.request = fields.get("request")
    told = Bare().format(record)
    assert "\n" not in told and told.isascii()
    return dict(json.loads(told))


def caught(act: Callable[[], object]) -> Any:
    try:
        act()
    except Exception:  # whatever it is, that is what is looked at
        return sys.exc_info()
    raise AssertionError("nothing was raised")


def the_same_row_twice() -> None:
    with transaction.atomic():
        for _ in range(2):
            Organisation.objects.create(slug=SECRET, kind="other")


@pytest.mark.asvs("16.2.5", "14.2.4")
def test_of_a_database_error_the_row_is_left_out(db: None) -> None:
    told = caught(the_same_row_twice)
    assert SECRET in str(told[1]), "the database quotes the row: this is what must not be written"
    written = line(exc_info=told)
    assert SECRET not in json.dumps(written)
    assert written["error"][0] == "django.db.utils.IntegrityError"
    assert written["error"][1].startswith(
        "psycopg.errors.UniqueViolation 23505 people_organisation"
    )
    assert any(
        "test_logs.py" in place and "the_same_row_twice" in place for place in written["where"]
    )
    assert isinstance(told[1], IntegrityError)


@pytest.mark.asvs("16.2.5")
def test_a_message_is_kept_only_if_the_code_holds_it_word_by_word(
    caplog: pytest.LogCaptureFixture,
) -> None:
    logger = logging.getLogger("somebody.elses")
    logger.warning("a fixed sentence about %s", SECRET)
    logger.warning(f"a sentence made of {SECRET}")
    fixed, made = [json.loads(Bare().format(record)) for record in caplog.records]
    assert fixed["said"] == "a fixed sentence about %s"
    assert "said" not in made
    assert SECRET not in json.dumps([fixed, made])


@pytest.mark.asvs("16.4.1")
@given(st.text())
def test_nothing_that_is_written_can_begin_a_line_of_its_own(text: str) -> None:
    assert line(name="amparo.somewhere", msg="%s", args=(text,)).get("said", "") == text


@pytest.mark.asvs("16.2.1", "14.2.1")
def test_of_a_request_the_page_is_named_and_the_address_is_not() -> None:
    request = RequestFactory().get("/files/A-2026-00017/", {"q": SECRET})
    written = line(request=request, args=("Not Found", request.get_full_path()))
    assert "A-2026-00017" not in json.dumps(written) and SECRET not in json.dumps(written)
    assert written["method"] == "GET"


@pytest.mark.asvs("16.2.5")
def test_a_warning_leaves_its_kind_and_place(caplog: pytest.LogCaptureFixture) -> None:
    text = f"/somewhere/models.py:12: RuntimeWarning: received {SECRET}\n  code"
    written = line(name="py.warnings", msg="%s", args=(text,))
    assert written["said"] == "RuntimeWarning /somewhere/models.py:12"


@pytest.mark.asvs("16.5.1", "13.4.2")
def test_a_report_of_an_error_has_types_and_places_only() -> None:
    secret_of_a_frame = SECRET
    request = RequestFactory().post("/files/", {"note": SECRET})
    told = caught(lambda: [][len(secret_of_a_frame)])
    report = BareReport(request, *told)
    for text in (report.get_traceback_text(), report.get_traceback_html()):
        assert "builtins.IndexError" in text
        assert SECRET not in text and "POST" not in text
    assert settings.DEFAULT_EXCEPTION_REPORTER == "amparo.config.logs.BareReport"


@pytest.mark.asvs("16.2.3", "16.3.4")
def test_everything_goes_to_standard_error_in_that_form_and_nowhere_else() -> None:
    assert settings.LOGGING["handlers"] == {
        "console": {"class": "logging.StreamHandler", "formatter": "bare"}
    }
    for name in ("django", "django.request", "django.server", "django.security.csrf"):
        logger = logging.getLogger(name)
        assert not logger.handlers and logger.propagate, name


def test_an_error_names_all_that_led_to_it() -> None:
    def act() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error

    told = caught(act)
    assert list(kinds(told[1])) == ["builtins.ValueError", "builtins.KeyError"]
    assert not [place for place in frames(told[2]) if SECRET in place]


@pytest.mark.asvs("16.2.4")
def test_the_web_server_writes_in_the_same_form(tmp_path: Path) -> None:
    from gunicorn.config import Config

    configured = Config()
    configured.set("errorlog", str(tmp_path / "log"))
    log = ServerLog(configured)
    log.error("Error handling request %s", f"/files/A-2026-00017/?q={SECRET}")
    (written,) = [json.loads(each) for each in (tmp_path / "log").read_text().splitlines()]
    assert written["level"] == "ERROR" and SECRET not in json.dumps(written)
    assert configured.accesslog is None, "no line for each address that somebody asked for"
