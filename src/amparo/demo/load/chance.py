"""Chance with a fixed seed: the same country each time it is loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")
Bands = Sequence[Sequence[float]]


class Chance:
    def __init__(self, seed: int | str) -> None:
        self.seed = seed
        self.random = Random(seed)  # noqa: S311  invented data, not a secret

    def apart(self, name: str) -> Chance:
        """Another one, so that what is drawn here moves nothing there."""
        return Chance(f"{self.seed} {name}")

    def one_of(self, weights: Mapping[T, float]) -> T:
        return self.random.choices(list(weights), list(weights.values()))[0]

    def pick(self, among: Sequence[T]) -> T:
        return self.random.choice(among)

    def happens(self, share: float) -> bool:
        return self.random.random() < share

    def between(self, bands: Bands) -> float:
        """A number from one of the bands [from, to, weight]."""
        low, high = self.random.choices([b[:2] for b in bands], [b[2] for b in bands])[0]
        return self.random.uniform(low, high)

    def whole(self, bands: Bands) -> int:
        """A whole number from one of the bands, both ends included."""
        low, high = self.random.choices([b[:2] for b in bands], [b[2] for b in bands])[0]
        return self.random.randint(int(low), int(high))

    def key(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)
