from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from amparo.vault.epochs import Machine, Rotation, rotate
from amparo.vault.owner import as_owner
from amparo.vault.provider import KeysUnavailable
from amparo.vault.queries import epochs


class Command(BaseCommand):
    help = (
        "Run it daily, as the owner: the month's key, all data keys under it, old keys destroyed."
    )

    def handle(self, **options: Any) -> None:
        try:
            with as_owner():
                done = rotate(by=Machine(), say=self.stdout.write)
                self._report(done)
        except KeysUnavailable as error:
            raise CommandError(
                f"{error} What was wrapped until now stays so; run this again."
            ) from None
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from None

    def _report(self, done: Rotation) -> None:
        self.stdout.write(f"{done.wrapped.total()} keys wrapped anew under {done.epoch}.")
        for row in epochs().not_destroyed().oldest_first():
            if row.retired_at:
                day = row.retired_at + timedelta(days=settings.BACKUP_DAYS)
                self.stdout.write(f"{row.name}: kept for backups until {day:%Y-%m-%d}.")
        if done.stuck:
            raise CommandError(
                f"{len(done.stuck)} keys could not be opened and stay as they are, the first of"
                f" them {done.stuck[0]}. Their epoch is kept. Is its key file missing?"
            )
