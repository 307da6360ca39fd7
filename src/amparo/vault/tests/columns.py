"""Every sealed column of the product, whichever room it belongs to."""

from django.apps import apps
from django.db import models

from amparo.vault.fields import SealedField

Column = tuple[type[models.Model], SealedField]


def sealed_columns() -> list[Column]:
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.fields
        if isinstance(field, SealedField)
    ]


# Kept apart from the file under keys that its readers do not have: each is tried in its own room.
APART = ("justice_offender", "evidence_", "support_health_note", "directory_whereabouts")
COLUMNS = sealed_columns()
OF_THE_FILE = [column for column in COLUMNS if not column[1].label.startswith(APART)]
NAMES = [f"{model.__name__}.{field.name}" for model, field in COLUMNS]
