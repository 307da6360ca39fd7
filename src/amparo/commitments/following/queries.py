from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from amparo.commitments.following.models import (
        Action,
        Bond,
        Charge,
        Evidence,
        Institution,
        Progress,
        Sending,
    )


class InstitutionQuerySet(models.QuerySet["Institution"]):
    pass


class BondQuerySet(models.QuerySet["Bond"]):
    pass


class ChargeQuerySet(models.QuerySet["Charge"]):
    pass


class ProgressQuerySet(models.QuerySet["Progress"]):
    pass


class ActionQuerySet(models.QuerySet["Action"]):
    pass


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    pass


class SendingQuerySet(models.QuerySet["Sending"]):
    pass


def institutions() -> InstitutionQuerySet:
    model: type[Institution] = apps.get_model("commitments", "Institution")
    return model.objects.order_by("name_en")


def bonds() -> BondQuerySet:
    model: type[Bond] = apps.get_model("commitments", "Bond")
    return model.objects.order_by("at", "pk")


def charges() -> ChargeQuerySet:
    model: type[Charge] = apps.get_model("commitments", "Charge")
    return model.objects.order_by("at", "pk")


def progress() -> ProgressQuerySet:
    model: type[Progress] = apps.get_model("commitments", "Progress")
    return model.objects.order_by("at", "pk")


def actions() -> ActionQuerySet:
    model: type[Action] = apps.get_model("commitments", "Action")
    return model.objects.order_by("-at", "pk")


def evidence() -> EvidenceQuerySet:
    model: type[Evidence] = apps.get_model("commitments", "Evidence")
    return model.objects.order_by("at", "pk")


def sendings() -> SendingQuerySet:
    model: type[Sending] = apps.get_model("commitments", "Sending")
    return model.objects.order_by("sent_on", "at")
