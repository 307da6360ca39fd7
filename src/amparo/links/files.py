from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from amparo.cases.models import Case
from amparo.design import tokens


def link_to(case: Case) -> SafeString:
    """A file by reference and pseudonym, to whoever may see it."""
    href = reverse("cases:detail", args=[case.reference])
    return format_html(
        '<a href="{}">{}</a> “{}”', href, tokens.reference(case.reference), case.pseudonym
    )
