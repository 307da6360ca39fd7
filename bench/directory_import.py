"""What it takes to bring 50,000 services in, to bring the same file again, and to take it back.

Each step by the clock, with the memory that this process had at most; beside it the bare COPY of
the rows that came to stand in the table of the services, and the same at a tenth of the size.
Another number of rows: ./run bench directory_import 20000
"""

import csv
import io
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from support import scratch

ROWS, SMALL, PROVIDERS = 50_000, 5_000, 10  # services of one provider
ADDRESSES = (48.0, 2.0)
KINDS = ("legal_aid", "health", "psychological", "interpretation", "shelter")
Times = dict[str, float]


def cells(number: int, regions: list[str]) -> dict[str, str]:
    kind, provider = KINDS[number % len(KINDS)], number // PROVIDERS
    return {
        "id": f"S-{number}", "name_en": f"House {number}", "name_fr": f"Maison {number}",
        "organisation": f"Provider {provider}", "kind": kind, "region": regions[number % 7],
        "sexes": "F;M", "age_min": "18", "age_max": "120", "languages": "en;fr;ar",
        "dependants": "yes", "round_the_clock": "no", "hours_en": "Monday to Friday",
        "hours_fr": "Du lundi au vendredi", "schedules": "MO TU WE TH FR 08:00-18:00",
        "phone": f"+999 {number:07}", "description_en": f"What house {number} does, in words.",
        "description_fr": f"Ce que fait la maison {number}.", "forms": "", "accessibility": "",
        "not_asked": "citizenship;religion", "serves": "", "confidential": "",
        "address": f"{number} Long Road", "city": "Town", "postal_code": f"{number:05}",
        "latitude": str(ADDRESSES[0] + number / 1e5), "longitude": str(ADDRESSES[1]),
        "capacity_unit": "bed", "places_total": "12", "places_free": "3",
        "accredited_until": "2031-12-31", "verified_on": "2026-01-02", "assurer": "The office",
    }  # fmt: skip


def sheet(rows: int) -> bytes:
    from amparo.people.country import country

    regions = list(country().regions)[:7]
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, cells(0, regions))
    writer.writeheader()
    writer.writerows(cells(number, regions) for number in range(rows))
    return file.getvalue().encode()


def workbook(data: bytes) -> bytes:
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"constant_memory": True, "strings_to_urls": False})
    page = book.add_worksheet()
    for number, line in enumerate(csv.reader(io.StringIO(data.decode()))):
        for column, cell in enumerate(line):
            page.write_string(number, column, cell)
    book.close()
    return file.getvalue()


@contextmanager
def timed(times: Times, name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    times[name] = time.perf_counter() - start


def measured(url: str, rows: int, by: Any) -> Times:
    from amparo.directory.imports.actions.looking import Sent, look_at
    from amparo.directory.imports.actions.starting import start, start_undoing
    from amparo.directory.imports.actions.working import do_now
    from amparo.directory.imports.reading import read_file

    times: Times = {}
    data = sheet(rows)
    with timed(times, "read the file"):
        sent = Sent("services.csv", data, read_file("services.csv", data))
    with timed(times, "look at it, row by row"):
        batch = look_at(sent, f"Office {rows}", by=by)
    with timed(times, "bring it in"):
        do_now(start(batch, by=by), by=by)
    times["bare COPY of the same rows"] = copied(url)
    book = workbook(data)
    with timed(times, "read it as a workbook"):
        read_file("services.xlsx", book)
    with timed(times, "the same file again"):
        again = look_at(sent, f"Office {rows}", by=by)
    if again.counts != {"same": rows}:
        raise SystemExit(f"The same file would change something: {again.counts}")
    with timed(times, "take it back"):
        do_now(start_undoing(batch, by=by), by=by)
    return times


def copied(url: str) -> float:
    """Seconds for the services alone, into a table without any index, from memory."""
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE beside (LIKE directory_service)")
        with connection.cursor().copy("COPY directory_service TO STDOUT") as out:
            stored = [bytes(part) for part in out]
        start = time.perf_counter()
        with connection.cursor().copy("COPY beside FROM STDIN") as into:
            for part in stored:
                into.write(part)
        taken = time.perf_counter() - start
        connection.rollback()
    return taken


def coordinator() -> Any:
    from amparo.demo.load.houses import load_houses
    from amparo.demo.load.people import load_people
    from amparo.people.models import Mandate, User

    load_people(load_houses())
    return User.objects.filter(memberships__unit__mandates__contains=[Mandate.COORDINATOR])[0]


def main(act: Callable[[str], object] = print) -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    found = {}
    with scratch.database("bench_directory_import") as cluster:
        by, url = coordinator(), cluster.url("postgres", "bench_directory_import")
        for size in (SMALL, rows):
            found[size] = measured(url, size, by)
            act(f"{size:>7,} rows: at most {memory():,} MB so far")
    small, large = found[SMALL], found[rows]
    act(f"\n{'seconds':30} {SMALL:>9,} {rows:>9,} {'growth':>7} {'to COPY':>8}")
    for name, taken in large.items():
        growth, ratio = taken / small[name], taken / large["bare COPY of the same rows"]
        act(f"{name:30} {small[name]:9.2f} {taken:9.2f} {growth:7.1f} {ratio:8.1f}")
    whole = sum(large[name] for name in list(large)[:3])
    act(f"{'the whole import':30} {'':9} {whole:9.2f}")
    act(json.dumps({"whole import, s": round(whole, 1), "under 60 s": whole < 60}))


def memory() -> int:
    """Of this process, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
