"""What can be written on a page of the file: one form each, as data for one view."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from amparo.access.policy import Act
from amparo.cases.actions.opening import Columns
from amparo.cases.models import Case
from amparo.design.forms import AmparoForm
from amparo.design.parts import Row, Words
from amparo.people.models import User

Do = Callable[..., object]
# What the page is about, and who reads its form.
SetsOff = Callable[[Any, User], Sequence[Row]]
# What the page is about, and the row that its form is about.
Shows = Callable[[Any, UUID], Sequence[Row]]


class Subject(Protocol):
    """What a page is about: a person's file, or what another room keeps apart from it."""

    @property
    def pk(self) -> Any: ...  # noqa: ANN401  as Django declares it
    @property
    def reference(self) -> Any: ...  # noqa: ANN401  a column
    @property
    def pseudonym(self) -> Any: ...  # noqa: ANN401  a column


T = TypeVar("T", bound=Subject)


class AboutForm(AmparoForm, Generic[T]):
    """A form whose questions depend on what stands in the file, or in what is kept apart."""

    def __init__(self, *args: Any, about: T, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_about(about)

    def ask_about(self, about: T) -> None:
        """Fill in the choices that there are."""


class CaseForm(AboutForm[Case]):
    """One whose questions depend on what stands in the file."""


@dataclass(frozen=True)
class Deed:
    """`do` takes what the page is about, the form's data, `by`; where `of_row`, a row's id too.

    `sets_off`: what the form says before it is sent, of what will follow from it here; `shows`:
    what it is about.
    """

    form: type[AmparoForm]
    do: Do
    title: Words
    lead: Words
    act: Act = Act.WRITE_CASE
    of_row: bool = False
    cites: str = ""
    sets_off: SetsOff | None = None
    shows: Shows | None = None

    def asked(self, request: HttpRequest, about: Subject) -> AmparoForm:
        known = {"about": about} if issubclass(self.form, AboutForm) else {}
        return self.form(request.POST or None, request.FILES or None, **known)

    def run(self, about: Subject, row: UUID | None, data: dict[str, Any], **by: Any) -> object:
        return self.do(about, row, **data, **by) if self.of_row else self.do(about, **data, **by)


@dataclass(frozen=True)
class FilePage:
    """`name` stands in the addresses, in the app `space`; `columns`: what is sealed on it.

    `words`: what each sealed column is, to whoever opens it, as "model.column".
    """

    name: str
    space: str
    title: Words
    todo: Words
    sealed: Words
    deeds: Mapping[str, Deed]
    cites: str
    columns: Columns = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)

    def url_name(self, part: str = "") -> str:
        return f"{self.space}:{self.name}{part and '_'}{part}"

    @property
    def seals(self) -> bool:
        """Whether anything on it is sealed."""
        return bool(self.columns)

    def href(self, case: Subject, deed: str = "", row: UUID | None = None) -> str:
        """The page itself, or one of its forms."""
        if not deed:
            return reverse(self.url_name(), args=[case.reference])
        if row is None:
            return reverse(self.url_name("deed"), args=[case.reference, deed])
        return reverse(self.url_name("row"), args=[case.reference, deed, row])
