"""What pages stand on: a person's file, or what another room keeps apart from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act, Standing
from amparo.access.views import SignedInRequest, View
from amparo.cases.glance import erased, glanced
from amparo.cases.models import Case
from amparo.cases.pages.deeds import FilePage, Subject
from amparo.cases.pages.opening import Told, open_words
from amparo.cases.pages.parts import Reader, Reading
from amparo.cases.views.scope import case_or_404, unless_sealed
from amparo.design.parts import Words
from amparo.people.models import User

T = TypeVar("T", bound=Subject)
T_contra = TypeVar("T_contra", bound=Subject, contravariant=True)
R = TypeVar("R", bound=Reading)
P = TypeVar("P", bound=FilePage)
P_contra = TypeVar("P_contra", bound=FilePage, contravariant=True)


class Open(Protocol[T_contra, P_contra]):
    """Reads everything that is sealed on a page of the thing."""

    def __call__(
        self, about: T_contra, page: P_contra, /, *, by: User, purpose: str
    ) -> list[Told]: ...


@dataclass(frozen=True)
class Ground(Generic[T, R, P]):
    """How its pages are come to, and what opens what is sealed on them.

    `scope` gives the thing or says that there is none; `see` and `opens` are the acts of looking
    and of opening; `closed` holds once nothing can be opened any more; `guard` stands before the
    page of what is sealed; `home` and `back` lead to the thing itself.
    """

    scope: Callable[[SignedInRequest, Act, str], T]
    reader: Callable[[T, Standing, P], R]
    see: Act
    opens: Act
    open: Open[T, P]
    closed: Callable[[T], bool]
    guard: Callable[[View], View]
    home: str
    back: Words


def read_sealed(
    ground: Ground[T, R, P], about: T, page: P, *, by: User, purpose: str
) -> list[Told]:
    """Every sealed text of the page, newest first: each time a purpose and an audit row."""
    return ground.open(about, page, by=by, purpose=purpose)


FILE: Ground[Case, Reader, FilePage] = Ground(
    scope=case_or_404,
    reader=lambda case, standing, page: Reader(glanced(case), standing, page),
    see=Act.SEE_CASE,
    opens=Act.OPEN_ACCOUNT,
    open=open_words,
    closed=lambda case: erased(case) is not None,
    guard=unless_sealed,
    home="cases:detail",
    back=_("Back to the file"),
)
