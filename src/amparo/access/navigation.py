"""The links of the header: each room registers its own, each person sees what they may open."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of


@dataclass(frozen=True)
class Link:
    label: str | Promise
    url_name: str
    icon: str
    act: Act
    order: int


_links: list[Link] = []


def register(link: Link) -> None:
    _links.append(link)
    _links.sort(key=lambda link: link.order)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: what the header of a signed-in person holds."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    standing = standing_of(request.user)
    links = [(reverse(link.url_name), link) for link in _links if may(standing, link.act)]
    return {
        "navigation": links,
        "addresses": [href for href, _link in links],
        "may_search_cases": may(standing, Act.SEE_CASES),
    }
