"""How services answer, in sentences first and then line by line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from babel.numbers import format_decimal
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amparo.design.parts import Column, Table
from amparo.design.tokens import page_locale
from amparo.directory import regions
from amparo.directory.models import Service
from amparo.directory.presenters import freshness
from amparo.methods import spreadsheet
from amparo.people.codes import label, listed
from amparo.people.country import day_of, zone
from amparo.referrals.providers.queries import Line

REASONS = "decline_reasons"
MOST_OFTEN = 3


@dataclass(frozen=True)
class Numbers:
    """What a page shows of some services: totals as sentences, then a table."""

    sentences: list[str]
    table: Table


def numbers(lines: Sequence[Line], half: timedelta | None, months: int, now: datetime) -> Numbers:
    """`half`: half of the answers of all these services took no longer."""
    return Numbers(_sentences(lines, half, months, now), _table(lines, now))


def hours(took: timedelta) -> float:
    """With one decimal."""
    return round(took / timedelta(hours=1), 1)


def _sentences(
    lines: Sequence[Line], half: timedelta | None, months: int, now: datetime
) -> list[str]:
    if not lines:
        return [_("There is no such service.")]
    return [_asked(lines, months), *_answers(lines, half), *_places(lines, now)]


def _asked(lines: Sequence[Line], months: int) -> str:
    received = sum(line.received for line in lines)
    sentence = ngettext(
        "Offers put to %(services)s service in the last %(months)s months: %(received)s.",
        "Offers put to %(services)s services in the last %(months)s months: %(received)s.",
        len(lines),
    )
    return sentence % {
        "services": _said(len(lines)), "received": _said(received), "months": months,
    }  # fmt: skip


def _answers(lines: Sequence[Line], half: timedelta | None) -> Iterator[str]:
    accepted = sum(line.accepted for line in lines)
    declined = sum(line.declined for line in lines)
    late = sum(line.late for line in lines)
    if half is not None:
        yield _("Accepted: %(accepted)s. Declined: %(declined)s.") % {
            "accepted": _said(accepted), "declined": _said(declined),
        }  # fmt: skip
        yield _("Half of the answers came within %(hours)s hours.") % {
            "hours": format_decimal(hours(half), locale=page_locale())
        }
    if late:
        sentence = ngettext(
            "%(n)s offer ran out of its time before it was answered.",
            "%(n)s offers ran out of their time before they were answered.",
            late,
        )
        yield sentence % {"n": _said(late)}
    if declined:
        why = sum((line.reasons for line in lines), Counter[str]())
        yield _("Why they declined: %(reasons)s.") % {"reasons": _reasons(why, MOST_OFTEN)}


def _places(lines: Sequence[Line], now: datetime) -> Iterator[str]:
    taken = sum(line.taken for line in lines)
    total = sum(line.service.places_total for line in lines)
    yield _("Of %(total)s places %(taken)s are taken now.") % {
        "total": _said(total), "taken": _said(taken),
    }  # fmt: skip
    stale = sum(line.service.is_stale_at(now) for line in lines)
    if stale:
        sentence = ngettext(
            "%(n)s service has not confirmed its number of places for too long.",
            "%(n)s services have not confirmed their number of places for too long.",
            stale,
        )
        yield sentence % {"n": _said(stale)}


def _reasons(reasons: Counter[str], most: int | None = None) -> str:
    """In words, those said most often first, each with how often."""
    ranked = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    return ", ".join(f"{label(REASONS, code)} ({_said(n)})" for code, n in ranked)


def _said(count: int) -> str:
    return str(format_decimal(count, locale=page_locale()))


def _table(lines: Iterable[Line], now: datetime) -> Table:
    numeric = (_("Asked"), _("Answered"), _("Late"), _("Hours to answer, half within"))
    said = (_("Accepted"), _("Declined"))
    return Table(
        caption=_("Services: those with most late offers first, then the fullest"),
        columns=(
            Column(_("Service")),
            *(Column(head, numeric=True) for head in (*numeric, *said)),
            Column(_("Why declined")),
            Column(_("Places taken")),
            Column(_("Number of places")),
        ),
        rows=[_row(line, now) for line in lines],
    )


def _row(line: Line, now: datetime) -> tuple[object, ...]:
    took = _("no answer") if line.half is None else hours(line.half)
    return (
        _name(line.service), line.received, line.answered, line.late,
        took, line.accepted, line.declined,
        _reasons(line.reasons) or _("none"),
        _("%(taken)s of %(total)s")
        % {"taken": _said(line.taken), "total": _said(line.service.places_total)},
        freshness(line.service, now),
    )  # fmt: skip


def _name(service: Service) -> str:
    name = f"{service.name} · {regions.label(service.region)}"
    return name if service.active else _("%(service)s, closed") % {"service": name}


HEADER = (
    "since", "until", "service", "unit", "kind", "region", "received", "answered", "late",
    "median_hours", "accepted", "declined", "recalled", "waiting",
)  # fmt: skip
OF_PLACES = ("places", "places_taken", "places_confirmed_at")


def as_csv(lines: Iterable[Line], since: date, now: datetime) -> str:
    """One line for each service; a column for each reason of the list, then those of old lists."""
    rows = list(lines)
    said = {code for line in rows for code in line.reasons}
    codes = [*listed(REASONS).codes, *sorted(said - set(listed(REASONS).codes))]
    header = (*HEADER, *(f"declined_{code}" for code in codes), *OF_PLACES)
    return spreadsheet.as_csv(header, (_cells(line, codes, since, now) for line in rows))


def _cells(
    line: Line, codes: Sequence[str], since: date, now: datetime
) -> tuple[spreadsheet.Cell, ...]:
    service, confirmed = line.service, line.service.places_updated_at
    return (
        since.isoformat(), day_of(now).isoformat(), service.name, service.unit.name, service.kind,
        service.region, line.received, line.answered, line.late,
        None if line.half is None else hours(line.half), line.accepted,
        line.declined, line.recalled, line.waiting, *(line.reasons[code] for code in codes),
        service.places_total, line.taken,
        confirmed.astimezone(zone()).isoformat(timespec="minutes") if confirmed else None,
    )  # fmt: skip
