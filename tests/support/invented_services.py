"""Many invented services with hours and holds, and needs that look for one, for a measurement."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

KINDS = (
    "shelter", "health", "psychological", "legal_aid", "case_management", "education",
    "livelihood", "housing",
)  # fmt: skip
REGIONS = tuple(f"QV{number:02}" for number in range(1, 25))
LANGUAGES = ("en", "fr", "ar", "ro", "es", "pt", "ti", "zh", "vi", "uk")
FORMS = ("SEXUAL", "LABOUR", "DOMESTIC_SERVITUDE", "FORCED_CRIMINALITY", "BEGGING")
ACCESS = ("step_free", "sign_language", "quiet_room", "easy_words", "large_print")
WORKDAYS = ["MO", "TU", "WE", "TH", "FR"]
Row = dict[str, Any]


class Services:
    """Drawn from a seed: the same each time. Of `kinds` there are equally many."""

    def __init__(self, seed: int, unit: UUID, kinds: tuple[str, ...] = KINDS) -> None:
        self.random, self.unit, self.kinds = random.Random(seed), unit, kinds
        self.now = datetime.now(UTC)

    def fill(self, connection: psycopg.Connection, count: int, start: int = 0) -> None:
        rows = [self.service(number) for number in range(start, start + count)]
        _copy(connection, "directory_service", rows)
        _copy(connection, "directory_schedule", self.hours(rows))
        _copy(connection, "directory_hold", self.holds(rows))

    def some(self, values: tuple[str, ...], most: int) -> list[str]:
        return self.random.sample(values, self.random.randint(0, most))

    def service(self, number: int) -> Row:
        return self._who(number) | self._whom() | self._places()

    def _who(self, number: int) -> Row:
        return {
            "id": self._id(), "slug": f"house-{number}", "unit_id": self.unit,
            "kind": self.kinds[number % len(self.kinds)], "region": self.random.choice(REGIONS),
            "name_en": f"House {number}", "name_fr": f"Maison {number}", "active": True,
            "hours_en": "Weekdays", "hours_fr": "En semaine", "phone": "+999 555 0100",
            "description_en": "A house that takes people in. " * 4,
            "description_fr": "Une maison qui accueille. " * 4, "assurer": "", "verified_on": None,
            "confidential": False, "not_asked": [],
        }  # fmt: skip

    def _whom(self) -> Row:
        often, children = self.random.random, self.random.random() < 0.1
        return {
            "sexes": ["F", "M", "X"] if often() < 0.5 else [self.random.choice("FM")],
            "age_min": 18 if not children and often() < 0.5 else 0,
            "age_max": 17 if children else 120,
            "languages": ["en", *self.some(LANGUAGES[1:], 3)],
            "dependants": often() < 0.6,
            "round_the_clock": often() < 0.4,
            "forms": self.some(FORMS, 2) if often() < 0.2 else [],
            "accessibility": self.some(ACCESS, 4),
            "serves": self.some(REGIONS, 6) if often() < 0.3 else [],
        }

    def _places(self) -> Row:
        total, asked = self.random.randint(1, 30), self.random.randint(0, 12)
        accredited = self.now.date() + timedelta(days=self.random.randint(-30, 700))
        return {
            "capacity_unit": self.random.choice(["bed", "room", "case_slot"]),
            "places_total": total,
            "places_free": self.random.choice([0, 0, min(total, 3), total]),
            "places_updated_at": self.now - timedelta(hours=self.random.randint(0, 80)),
            "asked_lately": asked,
            "in_time_lately": self.random.randint(0, asked),
            "accredited_until": accredited if self.random.random() < 0.3 else None,
        }

    def hours(self, rows: list[Row]) -> list[Row]:
        """Half of those that are not always open have hours on two rows, by day and by night."""
        found = []
        for row in rows:
            if row["round_the_clock"] or self.random.random() < 0.5:
                continue
            for opens, closes in ((8, 18), (19, 6)):
                found.append({
                    "id": self._id(), "service_id": row["id"], "days": WORKDAYS,
                    "opens_at": time(opens), "closes_at": time(closes),
                    "valid_from": None, "valid_to": None,
                })  # fmt: skip
        return found

    def holds(self, rows: list[Row]) -> list[Row]:
        """One in a hundred has a place held now, one in ten had."""
        found = []
        for row in rows:
            for share, over in ((0.01, False), (0.1, True)):
                if self.random.random() < share:
                    found.append({
                        "id": self._id(), "service_id": row["id"], "holder": self._id(),
                        "places": 1, "until": self.now + timedelta(hours=-9 if over else 9),
                        "ended_at": self.now if over else None,
                    })  # fmt: skip
        return found

    def needs(self, count: int) -> Iterator[Row]:
        """What `referrals.Need` takes, the kinds in turn."""
        for number in range(count):
            family = self.random.choice([0, 0, 0, 1, 3])
            yield {
                "kind": self.kinds[number % len(self.kinds)],
                "urgency": self.random.choice(["tonight", "days", "weeks"]),
                "sex": self.random.choice("FFFMMXU"),
                "age_status": self.random.choice(["adult", "adult", "child", "not_sure"]),
                "languages": self.random.sample(LANGUAGES, self.random.randint(0, 2)),
                "language_needed": self.random.random() < 0.1, "dependants": family,
                "accessibility": self.some(ACCESS, 1), "forms": self.some(FORMS, 2),
                "region": self.random.choice(REGIONS),
                "avoid_region": self.random.choice(["", *REGIONS[:3]]),
            }  # fmt: skip

    def _id(self) -> UUID:
        return UUID(int=self.random.getrandbits(128))


def _copy(connection: psycopg.Connection, table: str, rows: list[Row]) -> None:
    if not rows:
        return
    columns = sql.SQL(", ").join(map(sql.Identifier, rows[0]))
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
    with connection.cursor().copy(into) as copy:
        for row in rows:
            copy.write_row(list(row.values()))
