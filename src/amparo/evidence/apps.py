"""Evidence that does not depend on testimony alone (S1 ¶11)."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "amparo.evidence"
    label = "evidence"

    def ready(self) -> None:
        from amparo.access import two_persons
        from amparo.evidence import leads, registering
        from amparo.evidence.actions.exports import kind
        from amparo.evidence.actions.forgetting import forget
        from amparo.vault import erasure

        leads.load()  # a fault in the data stops the start
        two_persons.register(kind())
        erasure.subscribe(forget)
        registering.register()
