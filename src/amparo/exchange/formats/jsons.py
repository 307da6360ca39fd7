"""JSON as this product writes it; what it does not expect is refused, not guessed at."""

import json
from typing import Any

from django.utils.translation import gettext as _

from amparo.exchange.formats.refusals import LIE, Fault, NotRead, in_words
from amparo.exchange.records import Package, Record, Row
from amparo.methods.tables.texts import decoded


def read(data: bytes, encoding: str) -> tuple[Package, list[Fault]]:
    """Raises NotRead."""
    with in_words():
        text = decoded(data, encoding)
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotRead(str(LIE)) from error
    if not isinstance(whole, dict) or not isinstance(whole.get("records"), list):
        raise NotRead(_("The file has no list “records”."))
    records, faults = [], []
    for number, value in enumerate(whole["records"], start=1):
        try:
            records.append(_record(value))
        except (KeyError, TypeError, ValueError):
            faults.append(
                Fault("", number, "", "", _("Write “id”, “fields” and “rows”, with texts in them."))
            )
    return Package(str(whole.get("source") or ""), records), faults


def _record(value: dict[str, Any]) -> Record:
    tables = value.get("rows") or {}
    rows = {str(name): [_row(row) for row in found] for name, found in tables.items()}
    case = _text(value["id"]).strip()
    if not case:
        raise ValueError
    return Record(case, _row(value.get("fields") or {}), rows)


def _row(value: dict[str, Any]) -> Row:
    return {str(code): text for code, cell in value.items() if (text := _text(cell))}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
