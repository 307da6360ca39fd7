"""How long a country's law leaves, as data."""

from dataclasses import dataclass
from pathlib import Path

from amparo.vocab.datafile import Text, coded, read

UNITS = ("hours", "working_days", "days")
# What the product itself asks a pack for; a pack may carry more.
CLOCKS = ("acknowledge", "first_decision", "offer_reply", "offer_reply_urgent", "protected_period")


@dataclass(frozen=True)
class ClockRule:
    """How long the law leaves: `amount` hours, working days or days."""

    code: str
    label: Text
    amount: int
    unit: str
    cites: tuple[str, ...]


def read_clocks(file: Path) -> dict[str, ClockRule]:
    sheet, clocks = read(file), {}
    for code, entry in coded(sheet, "clock", CLOCKS):
        amount, unit = entry.number("amount", least=1), entry.one_of("unit", UNITS)
        # Council of Europe Convention, article 13: thirty days at the least.
        if code == "protected_period" and (unit != "days" or amount < 30):
            raise entry.error("amount", "the protected period is 30 days or more")
        clocks[code] = ClockRule(code, entry.both(), amount, unit, entry.cites("cites"))
        entry.close()
    sheet.close()
    return clocks
