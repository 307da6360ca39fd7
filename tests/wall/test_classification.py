"""Every table is in docs/classification.csv, with its class; what is sealed is classed so."""

import csv

import pytest
from django.apps import apps
from django.db import connection

from amparo.vault.fields import SealedField
from repo.sources import ROOT

CLASSES = {"sealed", "case", "key", "log", "account", "open", "technical"}


def rows() -> dict[str, dict[str, str]]:
    with (ROOT / "docs" / "classification.csv").open(encoding="utf-8") as file:
        return {row["table"]: row for row in csv.DictReader(file)}


@pytest.mark.asvs("14.1.1")
def test_every_table_has_its_class_and_says_how_long_it_is_kept() -> None:
    told = rows()
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert not tables - told.keys(), "say what these hold: docs/classification.csv"
    assert {row["class"] for row in told.values()} == CLASSES
    assert all(row["what"] and row["kept"] for row in told.values())


@pytest.mark.asvs("14.1.1", "14.2.4")
def test_a_sealed_column_stands_only_in_a_table_of_cases() -> None:
    told = rows()
    for model in apps.get_models():
        if any(isinstance(field, SealedField) for field in model._meta.fields):
            assert told[model._meta.db_table]["class"] in ("sealed", "case"), model


@pytest.mark.asvs("14.2.4")
def test_every_table_of_what_is_sealed_has_row_level_security(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        walled = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r'")
        there = {row[0] for row in cursor.fetchall()}
    sealed = {table for table, row in rows().items() if row["class"] == "sealed"} & there
    assert sealed and not sealed - walled
