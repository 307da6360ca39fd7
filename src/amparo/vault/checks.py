"""What stops the start: keys where they may not lie, or nobody to keep them."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured

from amparo.vault import escrow
from amparo.vault.keyfolder import data_directory, faults
from amparo.vault.provider import provider


@register
def safe_keys(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    # The demonstration's keys keep nothing that has to be kept: there it is only said.
    kind = Warning if settings.DEMO else Error
    return [
        kind(fault.what, hint=fault.cure, id=f"amparo.vault.{fault.code}")
        for fault in faults(settings.KEYS)
    ]


@register(Tags.database)
def keys_apart_from_data(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Only where the role may ask the database where its files are."""
    found = faults(settings.KEYS, data_directory()) if databases else ()
    return [
        Error(fault.what, hint=fault.cure, id="amparo.vault.E022")
        for fault in found
        if fault.code == "E003"
    ]


@register
def a_provider(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    try:
        provider()
    except ImproperlyConfigured as error:
        hint = "Give the dotted path of a class, or leave AMPARO_KEY_PROVIDER out for files."
        return [Error(str(error), hint=hint, id="amparo.vault.E020")]
    return []


@register
def days_of_backups(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    if settings.BACKUP_DAYS < 1:
        what = f"AMPARO_BACKUP_DAYS is {settings.BACKUP_DAYS}: certificates of erasure promise it."
        hint = "Set how many days your oldest backup is kept, one at least."
        return [Error(what, hint=hint, id="amparo.vault.E021")]
    return []


@register
def recovery(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    if settings.DEMO or any(faults(settings.KEYS)):
        return []  # said already, or nothing that has to be recovered
    if escrow.public_half() is None:
        what = "Nobody could restore the keys if they were lost: there is no recovery key."
        return [Info(what, hint="./run split_keys", id="amparo.vault.I031")]
    if missing := escrow.missing():
        what = f"Not sealed for recovery: {', '.join(missing)}."
        return [Warning(what, hint="./run rotate_keys seals them.", id="amparo.vault.W030")]
    return []
