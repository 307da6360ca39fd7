"""Writes phone.css anew. To be run after Tabler, amparo.css or the list of classes has changed."""

from django.core.management.base import BaseCommand

from amparo.design import sheets


class Command(BaseCommand):
    help = "Cut the phone pages' sheet from Tabler's."

    def handle(self, *args: object, **options: object) -> None:
        sheets.TARGET.write_text(sheets.cut(), encoding="utf-8")
        self.stdout.write(f"{sheets.TARGET.name}: {sheets.TARGET.stat().st_size} bytes")
