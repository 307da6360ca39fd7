from django import template
from django.utils.translation import get_language

from amparo.accounts.sign_on.configuration import issuers

register = template.Library()


@register.simple_tag
def sign_ons() -> list[tuple[str, str]]:
    """Code and name of each single sign-on, for the page of signing in."""
    language = get_language() or "en"
    return [(each.code, each.name.say(language)) for each in issuers()]
