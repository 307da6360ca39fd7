from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models

from amparo.directory.imports.drafts import WHERE
from amparo.directory.queries import ServiceQuerySet, every_service, locations, services
from amparo.people.country import today

if TYPE_CHECKING:
    from amparo.directory.imports.models import ImportBatch, ImportRow, ServiceSource  # noqa: F401  in a base class

CHUNK = 2000
ENDS_SOON = timedelta(days=60)


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    def newest_first(self) -> ImportBatchQuerySet:
        return self.select_related("by").order_by("-at", "pk")

    def of_source(self, source: str) -> ImportBatchQuerySet:
        return self.filter(source__iexact=source)


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def in_order(self) -> ImportRowQuerySet:
        return self.order_by("number")

    def refused(self) -> ImportRowQuerySet:
        return self.filter(deed="refuse")

    def noted(self) -> ImportRowQuerySet:
        return self.exclude(notes=[])

    def asked(self) -> ImportRowQuerySet:
        return self.filter(alike__isnull=False)

    def left_as_they_are(self) -> ImportRowQuerySet:
        return self.exclude(kept=[])


class ServiceSourceQuerySet(models.QuerySet["ServiceSource"]):
    def of(self, source: str) -> ServiceSourceQuerySet:
        return self.filter(source__iexact=source)


def batches() -> ImportBatchQuerySet:
    from amparo.directory.imports.models import ImportBatch

    return ImportBatch.objects.newest_first()


def rows_of(batch: ImportBatch) -> ImportRowQuerySet:
    from amparo.directory.imports.models import ImportRow

    return ImportRow.objects.filter(batch=batch).in_order()


def chunks_of(batch: ImportBatch) -> Iterator[list[ImportRow]]:
    """The rows in order, so many at once as a memory holds easily."""
    after = 0
    while chunk := list(rows_of(batch).filter(number__gt=after)[:CHUNK]):
        yield chunk
        after = chunk[-1].number


def numbers_of(source: str) -> dict[str, str]:
    """What a source calls a service -> the service."""
    from amparo.directory.imports.models import ServiceSource

    found = ServiceSource.objects.of(source).values_list("key", "service_id")
    return {key: str(service) for key, service in found.iterator(CHUNK)}


def mapped_before(source: str) -> dict[str, str]:
    """The columns as they were said for the last file of this source."""
    accepted = models.Q(columns_said=True) | models.Q(state__in=["done", "undone"])
    said = batches().of_source(source).filter(accepted).values_list("columns", flat=True)
    return dict(said.first() or {})


def same_file(batch: ImportBatch) -> ImportBatch | None:
    """The last time when this very file was brought in from this source."""
    same = batches().of_source(batch.source).filter(digest=batch.digest, state="done")
    return same.exclude(pk=batch.pk).first()


def names() -> Iterator[tuple[Any, ...]]:
    """Of every service its id, names, region, kind, telephone, and whether it is offered."""
    found = every_service().order_by()
    fields = ("pk", "name_en", "name_fr", "region", "kind", "phone", "active")
    return found.values_list(*fields).iterator(CHUNK)


def stored(ids: Iterable[UUID | str], *, lock: bool = False) -> dict[str, dict[str, Any]]:
    """Services as flat rows by id: their columns, who runs them, the first open place, the hours.

    `lock`: nobody changes them before the transaction ends.
    """
    from amparo.directory.models import Service

    wanted = list(ids)
    if lock:
        list(Service.objects.select_for_update().filter(pk__in=wanted).values_list("pk"))
    found = Service.objects.filter(pk__in=wanted).values(
        *(field.attname for field in Service._meta.concrete_fields),
        "unit__slug", "unit__organisation__name_en",
    )  # fmt: skip
    rows = {str(row["id"]): row for row in found}
    _add_places(rows)
    _add_hours(rows)
    return rows


def _add_places(rows: dict[str, dict[str, Any]]) -> None:
    nowhere = {"address": "", "city": "", "postal_code": "", "latitude": None, "longitude": None}
    for row in rows.values():
        row |= nowhere | {"location": None}
    found = locations().filter(service__in=map(UUID, rows), confidential=False)
    ordered = found.order_by("service", "region", "city", "pk").values("service", "pk", *WHERE)
    for service, places in groupby(ordered, key=lambda place: place["service"]):
        first = next(places)
        rows[str(service)] |= {code: first[code] for code in WHERE} | {"location": first["pk"]}


def _add_hours(rows: dict[str, dict[str, Any]]) -> None:
    from amparo.directory.imports.hours import Hours, written
    from amparo.directory.models import Schedule

    found: dict[str, list[Hours]] = {}
    fields = ("service", "days", "opens_at", "closes_at", "valid_from", "valid_to")
    for service, days, *rest in Schedule.objects.filter(service__in=map(UUID, rows)).values_list(
        *fields
    ):
        found.setdefault(str(service), []).append(Hours(tuple(days), *rest))
    for key, row in rows.items():
        row["schedules"] = written(found.get(key, []))


def units_by_name() -> Iterator[tuple[Any, ...]]:
    """Of every unit its id, slug, mandates, and its organisation's id and names."""
    from amparo.people.queries import units

    fields = (
        "pk", "slug", "mandates", "organisation_id", "organisation__slug",
        "organisation__name_en", "organisation__name_fr",
    )  # fmt: skip
    return units().order_by("pk").values_list(*fields).iterator(CHUNK)


def organisations() -> Iterator[tuple[Any, ...]]:
    """Those without any unit too."""
    from amparo.people.models import Organisation

    fields = ("pk", "slug", "name_en", "name_fr")
    return Organisation._default_manager.values_list(*fields).iterator(CHUNK)


def changed_by_others(batch: ImportBatch, made: Iterable[UUID]) -> set[UUID]:
    """Those that another file has changed, which stands."""
    from amparo.directory.imports.models import ImportRow

    rows = ImportRow.objects.filter(service__in=list(made), deed="update", batch__state="done")
    return {key for key in rows.exclude(batch=batch).values_list("service", flat=True) if key}


def in_use(model: type[models.Model], ids: Iterable[UUID]) -> set[UUID]:
    """Those on which rows of any room hang that keep them from being removed."""
    wanted, found = list(ids), set()
    for relation in model._meta.related_objects:
        if getattr(relation, "on_delete", None) is not models.PROTECT:
            continue
        name = relation.field.attname
        rows = relation.related_model._base_manager.filter(**{f"{name}__in": wanted})
        found |= set(rows.values_list(name, flat=True).distinct())
    return found


def accreditations_that_end() -> ServiceQuerySet:
    """Of services that are offered: those that have ended, and those that end within 60 days."""
    ends = services().filter(accredited_until__lte=today() + ENDS_SOON)
    return ends.order_by("accredited_until", "name_en", "pk")
