"""Words of the rules of retention in templates."""

from django import template
from django.utils.translation import gettext_lazy as _

from amparo.design.parts import Words

register = template.Library()

THEN: dict[str, Words] = {
    "erase": _("erase"),
    "review": _("review"),
    "warn": _("remind who began it"),
}
PERIODS: dict[str, Words] = {"days": _("days"), "months": _("months"), "years": _("years")}


@register.simple_tag
def retention_then(code: str) -> Words:
    return THEN[code]


@register.simple_tag
def retention_period(code: str) -> Words:
    return PERIODS[code]
