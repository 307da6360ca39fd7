"""Whether what the two interfaces say is HSDS 3.1, object by object, by two validators.

Invented services are written into a database of their own, every list of both interfaces is read to
its end in both languages, and each object is held against the standard's schemas: by jsonschema,
and by the community's hsds-validator 0.1.2, which also refuses fields that the standard does not
have. The second needs Python 3.13 and is installed, with hashes, into an environment that is thrown
away. Another number of services: ./run bench hsds 50
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from support import scratch

NAME, SERVICES = "bench_hsds", 300
HERE = Path(__file__).parent
LISTS = {
    "services": "service", "organizations": "organization",
    "service_at_locations": "service_at_location", "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}  # fmt: skip
LANGUAGES = ("en", "fr")
SPOILED: dict[str, Callable[[Any], object]] = {
    "no status": lambda service: service.pop("status"),
    "an id that is none": lambda service: service.update(id="seven"),
    "a field of its own": lambda service: service.update(beds=3),
    "an attribute without id": lambda service: service["attributes"][0].pop("id"),
}


def clients() -> dict[str, Any]:
    """Anybody, and somebody who refers."""
    from django.conf import settings
    from django.test import Client

    from support.bench_services import make_services
    from support.cast import make_cast

    number = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    cast = make_cast()
    print(f"{len(make_services(cast, number))} invented services, every third confidential")
    ours = Client(SERVER_NAME="127.0.0.1")
    ours.force_login(cast.first_responder, backend=settings.AUTHENTICATION_BACKENDS[0])
    return {"/hsds/": Client(SERVER_NAME="127.0.0.1"), "/api/": ours}


def pages(client: Any, address: str, language: str) -> Iterator[Any]:
    """Every page of a list, asked by POST, as the standard's secure query."""
    number, last = 1, False
    while not last:
        asked = {"page": number, "per_page": 100}
        if address.endswith(("services", "locations")):
            asked["full"] = True
        answer = client.post(
            address, asked, content_type="application/json",
            headers={"accept-language": language},
        )  # fmt: skip
        page = answer.json()
        yield page
        number, last = number + 1, page["last_page"]


def collect(folder: Path) -> tuple[int, int]:
    """Write each object into the folder of its kind; gives the pages read and those that leak."""
    from support.bench_services import SECRET

    read = leaked = 0
    for (root, client), name, language in product(clients().items(), LISTS, LANGUAGES):
        place = folder / root.strip("/") / language / LISTS[name]
        place.mkdir(parents=True)
        for page in pages(client, f"{root}{name}", language):
            read, leaked = read + 1, leaked + (SECRET in json.dumps(page))
            for thing in page["contents"]:
                (place / f"{thing['id']}.json").write_text(json.dumps(thing))
    return read, leaked


def by_jsonschema(files: list[Path], kind: str) -> int:
    """How many fail."""
    from support.hsds import faults

    return sum(bool(faults(kind, json.loads(file.read_text()))) for file in files)


def python313() -> str | None:
    """The first that answers: a name on the path may be a stand-in that does not."""
    kept = sorted(Path.home().glob(".pyenv/versions/3.13*/bin/python3.13"))
    for each in (shutil.which("python3.13"), *map(str, kept)):
        if each and not subprocess.run([each, "-V"], capture_output=True, check=False).returncode:
            return each
    return None


def install(python: str, folder: Path) -> Path:
    uv = shutil.which("uv") or str(Path(sys.executable).parent / "uv")
    listed = HERE / "hsds-validator.txt"
    subprocess.run([uv, "venv", "-q", "--python", python, str(folder)], check=True)
    inside = ["--python", str(folder / "bin" / "python"), "--require-hashes", "--no-build"]
    subprocess.run([uv, "pip", "sync", "-q", *inside, str(listed)], check=True)
    return folder / "bin" / "hsds-validate"


def by_validator(program: Path, place: Path, schemas: Path) -> dict[str, Any]:
    subprocess.run(
        [str(program), str(place), str(schemas), "--save"], check=True, capture_output=True
    )
    told: dict[str, Any] = json.loads((place / "validation_results.json").read_text())
    return told


def main() -> None:
    with scratch.database(NAME), tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        read, leaked = collect(folder / "answers")
        print(f"{read} pages read, {leaked} with the address of a confidential house")
        python = python313()
        program = install(python, folder / "validator") if python else None
        if program is None:
            print("hsds-validator needs Python 3.13, which is not here: it has measured nothing.")
        hold(folder / "answers", program)


def hold(answers: Path, program: Path | None) -> None:
    from support.hsds import FOLDER

    total, failed, refused = 0, 0, 0
    print(f"{'interface':24} {'kind':20} {'objects':>8} {'jsonschema':>11} {'hsds-validator':>15}")
    for place in sorted(path for path in answers.glob("*/*/*") if any(path.iterdir())):
        files = sorted(place.glob("*.json"))
        wrong = by_jsonschema(files, place.name)
        told = by_validator(program, place, FOLDER) if program else None
        also = told["summary"]["failed"] if told else 0
        total, failed, refused = total + len(files), failed + wrong, refused + also
        where = "/".join(place.parts[-3:-1])
        print(f"{where:24} {place.name:20} {len(files):8} {wrong:11} {also if told else '-':>15}")
        for error in (told or {"errors": []})["errors"][:3]:
            print("   ", json.dumps(error)[:300])
    by_both = f"hsds-validator: {refused} failed" if program else "hsds-validator: not measured"
    print(f"{total} objects; jsonschema: {failed} failed; {by_both}")
    control(next(answers.glob("api/en/service/*.json")), program)


def control(file: Path, program: Path | None) -> None:
    """Finding nothing proves something only if it can find: the same service, spoiled."""
    from support.hsds import FOLDER

    for what, spoil in SPOILED.items():
        thing = json.loads(file.read_text())
        spoil(thing)
        with tempfile.TemporaryDirectory() as made:
            place = Path(made) / "service"
            place.mkdir()
            (place / "spoiled.json").write_text(json.dumps(thing))
            found = by_jsonschema([place / "spoiled.json"], "service")
            told = by_validator(program, place, FOLDER)["summary"]["failed"] if program else "-"
        print(f"  spoiled ({what}): jsonschema {found}, hsds-validator {told}")


main()
