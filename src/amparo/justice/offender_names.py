"""What an alleged offender is spoken of by: a metal, a wind, a knot; no name that a person bears.

Never one of the words by which the persons of the files are known.
"""

from collections.abc import Collection
from uuid import UUID

NAMES = """
Anvil Barium Bora Bowline Brass Bronze Cadmium Chromium Cobalt Copper Foehn Gallium Harmattan
Helm Hitch Indium Iridium Iron Khamsin Lead Levanter Lithium Magnesium Manganese Meltemi Nickel
Niobium Osmium Palladium Pewter Platinum Radium Reef Rhodium Scirocco Selenium Shackle Sheepshank
Simoom Solder Splice Steel Sulphur Tantalum Titanium Tungsten Vanadium Yttrium Zinc Zonda
"""
WORDS = tuple(NAMES.split())


def pseudonym(row: UUID, taken: Collection[str]) -> str:
    """One that the dossier has not used yet."""
    free = [word for word in WORDS if word not in taken]
    if free:
        return free[row.int % len(free)]
    return f"{WORDS[row.int % len(WORDS)]} {len(taken) + 1}"
