"""What can be written on a page of the file: one form each, as data for one view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from amparo.access.policy import Act
from amparo.cases.actions.opening import Columns
from amparo.cases.models import Case
from amparo.design.forms import AmparoForm
from amparo.design.parts import Words

Do = Callable[..., object]


class CaseForm(AmparoForm):
    """A form whose questions depend on what stands in the file."""

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_about(case)

    def ask_about(self, case: Case) -> None:
        """Fill in the choices that this file offers."""


@dataclass(frozen=True)
class Deed:
    """`do` takes the case, the form's data and `by`; where `of_row`, the id of a row too."""

    form: type[AmparoForm]
    do: Do
    title: Words
    lead: Words
    act: Act = Act.WRITE_CASE
    of_row: bool = False
    cites: str = ""

    def asked(self, request: HttpRequest, case: Case) -> AmparoForm:
        about = {"case": case} if issubclass(self.form, CaseForm) else {}
        return self.form(request.POST or None, request.FILES or None, **about)

    def run(self, case: Case, row: UUID | None, data: dict[str, Any], **by: Any) -> object:
        return self.do(case, row, **data, **by) if self.of_row else self.do(case, **data, **by)


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

    def href(self, case: Case, deed: str = "", row: UUID | None = None) -> str:
        """The page itself, or one of its forms."""
        if not deed:
            return reverse(self.url_name(), args=[case.reference])
        if row is None:
            return reverse(self.url_name("deed"), args=[case.reference, deed])
        return reverse(self.url_name("row"), args=[case.reference, deed, row])
