"""Words for what is sealed, from the data file of a room."""

from amparo.demo.load.chance import Chance
from amparo.demo.load.sheets import sheet


def words(room: str, section: str, chance: Chance, **wanted: str) -> str:
    """One of the notes of that section whose fields are as wanted."""
    rows = sheet(room)[section]["notes"]
    fit = [row for row in rows if all(row.get(name) == value for name, value in wanted.items())]
    text: str = chance.pick(fit or rows)["en"]
    return text
