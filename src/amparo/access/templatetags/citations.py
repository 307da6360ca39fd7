from django import template
from django.urls import reverse

from amparo.vocab import citations

register = template.Library()


@register.inclusion_tag("access/cites.html")
def cites(key: str) -> dict[str, object]:
    """The paragraphs that a screen, rule or figure serves, as links: `{% cites "screening" %}`."""
    item = citations.served(key)
    links = [
        (str(p), reverse("commitments:paragraph", args=[p.document, p.number]))
        for p in item.paragraphs
    ]
    return {"links": links}
