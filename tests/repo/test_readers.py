"""No room reads rows of a case or of its dossier, or what is sealed in them, past the wall.

Each table of a case is asked through `visible_to`, or says here why not; each function that takes
a key checks the right on the case first, or says here who has checked it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

from amparo.access.queries import CaseScoped
from amparo.justice.models import Dossier, OfDossier
from amparo.justice.queries import ApartQuerySet
from repo.sources import Breach, called, functions, product, told

# Rows that name a case and are not rows of it, each with its reason.
NOT_SCOPED = {
    "access_basis": "the wall reads it",
    "access_glass": "who opened a file in an emergency: for the review, behind row security",
    "access_glassreason": "why, for its writer and the review, behind row security",
    "access_grant": "the wall reads it",
    "access_proposal": "shown to who may propose and approve, behind row security",
    "access_restriction": "the wall reads it",
    "audit_entry": "ids and words from lists; its readers watch over every file",
    "rights_keptfile": "dates and codes for who watches over retention, behind row security",
    "vault_certificate": "that a file was erased outlives the file, behind row security",
    "vault_datakey": "opened by id of the case alone, behind row security",
}
TAKES_A_KEY = {"open_sealed", "open_things", "make_keys", "make_key_for"}
CHECKS = {"require_on_case", "is_allowed", "require_known"}
# Who takes a key without a check of their own, and who has checked.
CHECKED_BEFORE = {
    "begin": "whoever opens a file, by a screening or a signal, asks for both rights",
    "_hidden": "whoever writes where a service is runs it",
}


def of_a_case(model: type[models.Model]) -> bool:
    """By its column: a dossier has the id of the case, and its rows name it by the same column."""
    columns = {field.column for field in model._meta.fields}
    return "case_id" in columns or model._meta.db_table == "cases_case"


def tables() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        if model.__module__.startswith("amparo.") and of_a_case(model):
            yield model


def test_every_table_of_a_case_is_asked_from_who_asks() -> None:
    bare = {
        model._meta.db_table
        for model in tables()
        if not isinstance(model._default_manager.all(), (CaseScoped, ApartQuerySet))
    }
    assert bare == set(NOT_SCOPED), "Give it a QuerySet from CaseScoped, or a reason above."


def test_what_is_kept_apart_from_the_file_is_among_them() -> None:
    found = set(tables())
    apart = {model for model in apps.get_models() if issubclass(model, (Dossier, OfDossier))}
    assert {model._meta.app_label for model in apart} == {"justice", "evidence"}
    assert apart <= found
    assert all(isinstance(model._default_manager.all(), ApartQuerySet) for model in apart)


def calls(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    return {called(node) for node in ast.walk(function) if isinstance(node, ast.Call)}


def takers() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef, set[str]]]:
    for path in product():
        if "vault" in path.parts or "tests" in path.parts:
            continue
        for function in functions(path):
            if (found := calls(function)) & TAKES_A_KEY:
                yield path, function, found


def test_whoever_takes_a_key_has_asked_for_the_right_on_the_case() -> None:
    found = [
        Breach(path, function.lineno, f"{function.name} takes a key and asks for no right.")
        for path, function, made in takers()
        if not made & CHECKS and function.name not in CHECKED_BEFORE
    ]
    assert not found, told(found)


def test_the_doors_are_still_there() -> None:
    names = {function.name for _, function, _ in takers()}
    assert {"open_identity", "open_texts", "correct_identity", "facts"} <= names
    assert {"open_evidence", "opened_item", "open_items"} <= names, "of a dossier"
    assert set(CHECKED_BEFORE) <= names
