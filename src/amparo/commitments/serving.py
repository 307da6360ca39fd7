"""What in the product serves a paragraph, as far as its reader may go and see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext_lazy as _

from amparo.access.policy import may
from amparo.access.standing import standing_of
from amparo.access.views import act_of
from amparo.commitments.models import Ask
from amparo.design.parts import Words
from amparo.people.models import User
from amparo.vocab import citations
from amparo.vocab.citations import Served

KINDS: tuple[tuple[str, Words, str], ...] = (
    ("screen", _("Screens"), "eye"),
    ("rule", _("Rules"), "scale"),
    ("figure", _("Figures"), "chart-bar"),
)


@dataclass(frozen=True)
class Service:
    """Something of ours that serves a paragraph; no `href` where the reader may not go."""

    label: object
    href: str


@dataclass(frozen=True)
class Kind:
    heading: Words
    icon: str
    services: list[Service]


def kinds(numbers: Iterable[tuple[str, str]], user: User) -> list[Kind]:
    """Everything that cites one of these numbers of a text; a kind without any is left out."""
    found = serving(numbers)
    by_kind = [
        Kind(heading, icon, [_service(item, user) for item in found if item.kind == kind])
        for kind, heading, icon in KINDS
    ]
    return [kind for kind in by_kind if kind.services]


def citing(asks: Sequence[Ask]) -> list[Served]:
    """What cites one of these asks, or the whole paragraph of one, each once."""
    return serving(cited(asks))


def cited(asks: Sequence[Ask]) -> list[tuple[str, str]]:
    """Under which numbers these asks may be cited."""
    return list(dict.fromkeys((a.document_id, n) for a in asks for n in (a.whole, a.number)))


def serving(numbers: Iterable[tuple[str, str]]) -> list[Served]:
    found = {item.key: item for pair in numbers for item in citations.serving(*pair)}
    return list(found.values())


def _service(item: Served, user: User) -> Service:
    return Service(item.label, _href(item.url_name, user))


def _href(url_name: str, user: User) -> str:
    """Where it can be seen; nothing for a page of one case only, or not open to this reader."""
    try:
        path = reverse(url_name)
    except NoReverseMatch:
        return ""
    act = act_of(resolve(path).func)
    return path if act and may(standing_of(user), act) else ""
