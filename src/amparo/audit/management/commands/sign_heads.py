from django.core.management.base import BaseCommand, CommandError

from amparo.audit import heads


class Command(BaseCommand):
    help = "Sign now how far every lane of the log has come; the worker does so each minute."

    def handle(self, **options: object) -> None:
        try:
            body = heads.sign()
        except heads.LogShrank as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Signed {body['rows']} rows; public key {heads.public_key().hex()}")
