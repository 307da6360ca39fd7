from django.core.management.base import BaseCommand

from amparo.directory.api.snapshots import snapshots


class Command(BaseCommand):
    help = "Write the two interfaces for programs into docs/reference/openapi-*.json anew."

    def handle(self, **options: object) -> None:
        for path, text in snapshots().items():
            path.write_text(text, encoding="utf-8")
            self.stdout.write(f"{path.name}: {len(text)} characters")
