from dataclasses import dataclass, field
from uuid import UUID, uuid4


@dataclass(frozen=True)
class Somebody:
    """All that the log asks of whoever acts."""

    pk: UUID = field(default_factory=uuid4)
