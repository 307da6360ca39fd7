"""What somebody must do again and again: sign the heads of the log, make a backup."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from amparo.methods import clock
from amparo.vault.backup import KEYS

SIGNED = timedelta(minutes=10)  # the worker signs every minute
BACKED_UP = timedelta(days=2)


@register(deploy=True)
def it_is_kept(**_: Any) -> list[CheckMessage]:
    return [*_heads(), *_backups()]


def _heads() -> Iterator[CheckMessage]:
    if (age := _age(settings.AUDIT_HEADS)) is None or age > SIGNED:
        told = f"The heads of the log were signed {_ago(age)}: a cut tail would go unseen."
        yield Warning(told, "Keep the worker running: ./run worker", id="amparo.K01")


def _backups() -> Iterator[CheckMessage]:
    ages = [_age(path) for path in Path(settings.WRAPPED).glob(f"*{KEYS}")]
    age = min((each for each in ages if each is not None), default=None)
    if age is None or age > BACKED_UP:
        told = f"The last backup that is known was made {_ago(age)}."
        yield Warning(
            told, "./run backup FOLDER, each night (howto, administrator)", id="amparo.K02"
        )


def _age(path: Path) -> timedelta | None:
    if not path.exists():
        return None
    return clock.now() - datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _ago(age: timedelta | None) -> str:
    return "never" if age is None else f"{int(age.total_seconds() // 60)} minutes ago"
