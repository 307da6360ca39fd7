"""Labels of this room's codes in templates."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amparo.access.log_words import code_words
from amparo.cases import counting, presenters
from amparo.cases.consents.words import RECIPIENTS
from amparo.cases.forms import IdentityForm
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.words import TONES
from amparo.design.parts import Words
from amparo.design.templatetags.design import badge
from amparo.design.tokens import number
from amparo.people.codes import label
from amparo.vocab.datafile import Text

register = template.Library()


@register.simple_tag
def code_label(codes: str, code: str) -> str:
    return label(codes, code)


@register.simple_tag
def recipients(code: str) -> Words:
    return RECIPIENTS.get(code, code)


@register.inclusion_tag("design/components/badge.html")
def state_badge(state: str) -> dict[str, object]:
    """The state of a track in words."""
    words = State(state).label if state else _("not begun")
    return badge(words, TONES.get(state, "plain"))


@register.simple_tag
def child_reason(case: Case) -> Words:
    return presenters.child_reason(case)


@register.simple_tag
def identity_label(field: str) -> Words:
    if field == "elsewhere":  # no form asks it
        return _("What another system’s record says of the person")
    return IdentityForm.base_fields[field].label or field


@register.simple_tag
def opening_purpose(purpose: str) -> str:
    """An audit row's "identity: safety" in words."""
    return code_words(purpose.partition(": ")[2])


@register.simple_tag
def counted(n: int) -> SafeString:
    """A number that was counted no further than the cap of a queue."""
    if n <= counting.CAP:
        return number(n)
    return format_html(_("over {n}"), n=number(counting.CAP))


@register.filter
def words(text: Text) -> str:
    """A text of a data file in the language of the reader."""
    return text.say((get_language() or "en")[:2])
