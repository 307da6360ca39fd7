"""Evidence that does not depend on testimony alone (S1 ¶11)."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "amparo.evidence"
    label = "evidence"
