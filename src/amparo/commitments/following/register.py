"""The words of the institutions, and of the instruments with what the country says of them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from amparo.commitments.datafiles import Code, codes
from amparo.commitments.following import queries
from amparo.commitments.following.models import Bond, Institution
from amparo.commitments.following.presenters import done
from amparo.commitments.presenters import step, words_of
from amparo.commitments.queries import asks
from amparo.design.parts import Tone, Words

TONES: dict[str, Tone] = {
    Bond.Kind.PARTY: "good", Bond.Kind.SIGNED: "warn", Bond.Kind.NONE: "plain",
}  # fmt: skip


@dataclass(frozen=True)
class Instrument:
    """One that binds its Parties; `bond` is what counts of it, None while nobody has said."""

    code: str
    name: str
    href: str
    bond: Bond | None
    words: Words = ""
    tone: Tone = "plain"


def binding() -> dict[str, Code]:
    return {code: known for code, known in codes("instruments").items() if known.binds}


def instrument(known: Code, bond: Bond | None) -> Instrument:
    return Instrument(
        known.code,
        known.name.say((get_language() or "en")[:2]),
        reverse("commitments:instrument", args=[known.code]),
        bond,
        Bond.Kind(bond.kind).label if bond else "",
        TONES[bond.kind] if bond else "plain",
    )


def instruments() -> list[Instrument]:
    latest = queries.bonds().by_instrument()
    return [instrument(known, latest.get(code)) for code, known in binding().items()]


def instrument_page(known: Code) -> dict[str, Any]:
    rows = list(queries.bonds().of(known.code).reverse())
    naming = asks().filter(instruments__contains=[known.code])
    return {
        "instrument": instrument(known, rows[0] if rows else None),
        "rows": [(Bond.Kind(row.kind).label, TONES[row.kind], row) for row in rows],
        "asks": [(step(ask.document, ask.number), words_of(ask)) for ask in naming],
    }


def institution_page(row: Institution) -> dict[str, Any]:
    charged = asks().filter(charges__institution=row, charges__ended_at=None)
    acted = queries.actions().filter(institution=row).with_state()
    return {
        "row": row,
        "asks": [(step(ask.document, ask.number), words_of(ask)) for ask in charged],
        "actions": [done(each) for each in acted],
    }
