from django.core.management.base import BaseCommand

from amparo.config import messages


class Command(BaseCommand):
    help = "Bring every catalogue of translations up to what the code and templates say."

    def handle(self, **options: object) -> None:
        for room in messages.rooms():
            messages.update(room, "fr")
            missing = [
                message.id
                for message in messages.load(messages.catalogue(room, "fr"), "fr")
                if message.id and not message.string
            ]
            self.stdout.write(f"{room.name}: {len(missing)} to translate")
        messages.compile_stale()
