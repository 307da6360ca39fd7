from typing import Any


class OwnerMigrates:
    """Tables are made and changed by their owner only; every query goes through the web role."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"
