from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Never

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import IsNull


class Sealed:
    """Ciphertext as it was read: it shows nothing, and only the vault opens it."""

    __slots__ = ("stored",)

    def __init__(self, stored: bytes) -> None:
        self.stored = stored

    def __repr__(self) -> str:
        return "<sealed>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and other.stored == self.stored

    def __hash__(self) -> int:
        return hash(self.stored)


if TYPE_CHECKING:
    SealedColumn = models.BinaryField[Sealed | None, Sealed | None]
else:
    SealedColumn = models.BinaryField


class SealedField(SealedColumn):
    """A column of sealed text. Loading it gives `Sealed`, never plaintext; no query looks inside.

    `label` is written into every sealed value and must never change, even if the column is renamed.
    """

    def __init__(self, label: str, **options: Any) -> None:
        if options.get("db_index") or options.get("unique"):
            raise FieldError("A sealed column can be neither indexed nor unique.")
        self.label = label
        options["editable"] = False
        options.setdefault("null", True)
        super().__init__(**options)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, options = super().deconstruct()
        options.pop("editable", None)
        return name, path, args, {**options, "label": self.label}

    def get_lookup(self, lookup_name: str) -> type[IsNull]:
        if lookup_name != "isnull":
            raise FieldError(f"{self.label} is sealed: it can be asked for only by isnull.")
        return IsNull

    def get_transform(self, lookup_name: str) -> Never:
        raise FieldError(f"{self.label} is sealed: {lookup_name} cannot look inside.")

    def from_db_value(self, value: bytes | None, *_: object) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: ANN401  as Django declares it
        if isinstance(value, Sealed):
            return super().get_db_prep_value(value.stored, connection, prepared)
        if value is None:
            return None
        raise TypeError(f"{self.label}: only a sealed value can be stored here.")
