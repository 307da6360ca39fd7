"""What must hold before something is written: pure questions, each answered by one sentence."""

from django.utils.translation import gettext as _

from amparo.links.models import Link, Merging

State = Merging.State


def not_there() -> str:
    """The same whether there is none or it is not shared: neither is told."""
    return _("There is no such file, or it is not open to you.")


def pair_hindrance(case: object, other: object) -> str:
    return _("That is this file itself: name another one.") if case == other else ""


def link_hindrance(kind: str, relation: str, *, linked: bool) -> str:
    if kind == Link.Kind.FAMILY and not relation:
        return _("Say how they are related.")
    if kind != Link.Kind.FAMILY and relation:
        return _("Only a family has a relation: leave it empty.")
    return _("These two files are linked so already.") if linked else ""


def merge_hindrance(*, merged: bool, kept_is_merged: bool, holds_others: bool) -> str:
    """One step away at most, so that whoever follows a file never runs in a circle."""
    if merged:
        return _("This file is continued in another one already: undo that first.")
    if kept_is_merged:
        return _("The other file is itself continued in another one: merge with that one.")
    if holds_others:
        return _("Another file is continued in this one: undo that first.")
    return ""


def waits() -> str:
    return _("This waits for a second person already.")
