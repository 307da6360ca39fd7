from dataclasses import dataclass

from .kinds import Window


@dataclass(frozen=True, slots=True)
class Found:
    """`text`: the words that say it, as printed; `start`: where they begin."""

    window: Window
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)
