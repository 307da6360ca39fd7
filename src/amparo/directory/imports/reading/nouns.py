"""The nouns of HSDS 3.1 as one flat row for each service.

https://docs.openreferral.org/en/3.1/hsds/schema_reference.html: a service with its organization,
its locations (by service_at_location) and their addresses, languages, phones, schedules,
capacities and attributes. Of several locations, phones and capacities the first is taken.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from amparo.methods.tables.refusals import NotRead, Why

Noun = Mapping[str, Any]
# Lists of services stand under one of these names; `contents` is a page of the standard's API.
LISTS = ("services", "contents", "service")
SIMPLE = (
    "id", "name", "description", "status", "minimum_age", "maximum_age", "assured_date",
    "assurer_email",
)  # fmt: skip
ADDRESS = ("address_1", "city", "region", "state_province", "postal_code")
LONGEST = 5000


def services(whole: object) -> list[dict[str, Any]]:
    """Each with its organization. Raises NotRead where the file holds none of these nouns."""
    found = list(_services(whole))
    if not found:
        raise NotRead(Why.NOUNS)
    return found


def _services(whole: object) -> Iterator[dict[str, Any]]:
    if isinstance(whole, list):
        for each in whole:
            yield from _of_one(each)
    elif isinstance(whole, dict):
        listed = [whole[name] for name in (*LISTS, "organizations") if name in whole]
        for each in [each for many in listed for each in _list(many)] or [whole]:
            yield from _of_one(each)


def _of_one(each: object) -> Iterator[dict[str, Any]]:
    """A service, or an organization with its services."""
    if not isinstance(each, dict):
        raise NotRead(Why.NOUNS)
    within = _list(each.get("services"))
    if not within:
        if "name" in each or "id" in each:
            yield each
        return
    about = {key: value for key, value in each.items() if key != "services"}
    for service in within:
        if isinstance(service, dict):
            yield {"organization": about, **service}


def flat(service: Noun) -> dict[str, str]:
    """Columns named as the standard's paths, `address.city`; what is empty has none."""
    # Our own codes come first: of two columns for one field the first is taken.
    row = {name: _text(service.get(name)) for name in SIMPLE} | _attributes(service)
    row["organization.name"] = _text(_noun(service.get("organization")).get("name"))
    row |= _place(service)
    row["languages.code"] = ";".join(_said(service, "languages", "code", "name"))
    row["phones.number"] = next(_said(service, "phones", "number"), "")
    row |= _hours(service) | _capacity(service)
    areas = (_noun(area) for area in _list(service.get("service_areas")))
    row["service areas"] = ";".join(_text(area.get("name") or area.get("extent")) for area in areas)
    return {name: text for name, text in row.items() if text}


def _place(service: Noun) -> dict[str, str]:
    found = [_noun(_noun(at).get("location")) for at in _list(service.get("service_at_locations"))]
    found += [_noun(at) for at in _list(service.get("locations"))]
    location = next((each for each in found if each), {})
    addresses = _list(location.get("addresses"))
    address = _noun(addresses[0]) if addresses else {}
    row = {f"address.{name}": _text(address.get(name)) for name in ADDRESS}
    row |= {f"location.{name}": _text(location.get(name)) for name in ("latitude", "longitude")}
    if len(found) > 1:
        row["locations.number"] = str(len(found))
    return row


def _hours(service: Noun) -> dict[str, str]:
    rows = [_noun(each) for each in _list(service.get("schedules"))]
    words = next((text for each in rows if (text := _text(each.get("description")))), "")
    return {"schedules": "; ".join(filter(None, map(_one_schedule, rows))),
            "schedules.description": words}  # fmt: skip


def _one_schedule(each: Noun) -> str:
    """`byday` as RFC 5545 has it; hours without a day, or days without hours, are words alone."""
    days = _text(each.get("byday")).replace(",", " ")
    opens, closes = (_text(each.get(name))[:5] for name in ("opens_at", "closes_at"))
    if not (days and opens and closes):
        return ""
    since, until = (_text(each.get(name)) for name in ("valid_from", "valid_to"))
    return f"{days} {opens}-{closes}" + (f" {since}..{until}" if since or until else "")


def _capacity(service: Noun) -> dict[str, str]:
    rows = [_noun(each) for each in _list(service.get("capacities"))]
    first = next((each for each in rows if each), {})
    row = {f"capacities.{name}": _text(first.get(name)) for name in ("maximum", "available")}
    return row | {"capacities.unit": _text(_noun(first.get("unit")).get("name"))}


def _attributes(service: Noun) -> dict[str, str]:
    """Each taxonomy is a column, with its values in one cell."""
    found: dict[str, list[str]] = {}
    for each in map(_noun, _list(service.get("attributes"))):
        term = _noun(each.get("taxonomy_term"))
        name = _text(each.get("label")) or _text(term.get("taxonomy")) or _text(term.get("name"))
        value = _text(each.get("value")) or _text(term.get("code"))
        if name and value:
            found.setdefault(f"attribute.{name}", []).append(value)
    return {name: ";".join(values) for name, values in found.items()}


def _said(service: Noun, many: str, *names: str) -> Iterator[str]:
    for each in map(_noun, _list(service.get(many))):
        if text := next((text for name in names if (text := _text(each.get(name)))), ""):
            yield text


def _noun(value: object) -> Noun:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)[:LONGEST]
    return ""
