from django.core.management.base import BaseCommand

from amparo.config import messages


def _is_said(words: object) -> bool:
    return all(words) if isinstance(words, tuple | list) else bool(words)


class Command(BaseCommand):
    help = "Bring every catalogue of translations up to what the code and templates say."

    def handle(self, **options: object) -> None:
        for room in messages.rooms():
            messages.update(room, "fr")
            missing = [
                message.id
                for message in messages.load(messages.catalogue(room, "fr"), "fr")
                if message.id and not _is_said(message.string)
            ]
            self.stdout.write(f"{room.name}: {len(missing)} to translate")
        messages.compile_stale()
