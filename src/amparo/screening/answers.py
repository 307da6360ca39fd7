"""What came back from one page: checked against what the page offered, or refused in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from amparo.screening.indicators import Sign
from amparo.screening.pages import Option, Page
from amparo.vocab.datafile import Text

Answer = str | int | list[str] | dict[str, str] | None
# A form as it was sent: for each field, its values (a QueryDict's `lists()`).
Form = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class FieldError:
    """`field` is the name of the input at fault: the page's slug, or a sign's code."""

    field: str
    text: Text


@dataclass(frozen=True)
class Checked:
    """Either a value to keep, or errors."""

    value: Answer = None
    errors: tuple[FieldError, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.errors


@dataclass(frozen=True)
class Offer:
    """A page as one person sees it: what it offers on their route, the signs it asks about."""

    page: Page
    options: tuple[Option, ...]
    signs: tuple[Sign, ...]
    errors: Mapping[str, Text]

    def refuse(self, error: str) -> Checked:
        page = self.page
        return Checked(errors=(FieldError(page.slug, self._said(error, page.question)),))

    def unexplained(self, sign: Sign) -> FieldError:
        return FieldError(sign.code, self._said("evidence", sign.label))

    def _said(self, error: str, field: Text) -> Text:
        text, bounds = self.errors[error], {"least": self.page.least, "most": self.page.most}
        return Text(
            en=text.en.format(field=field.en, **bounds), fr=text.fr.format(field=field.fr, **bounds)
        )


def check(offer: Offer, form: Form) -> Checked:
    return CHECKS[offer.page.kind](offer, form)


def _radio(offer: Offer, form: Form) -> Checked:
    given = _given(offer, form)
    if not given:
        return offer.refuse("choose_one") if offer.page.required else Checked()
    if len(given) > 1 or not _offered(offer, given):
        return offer.refuse("not_offered")
    return Checked(given[0])


def _checkbox(offer: Offer, form: Form) -> Checked:
    given = _given(offer, form)
    if not given:
        return offer.refuse("choose_some") if offer.page.required else Checked()
    if not _offered(offer, given):
        return offer.refuse("not_offered")
    ticked = [option for option in offer.options if option.code in given]
    if len(ticked) > 1 and any(option.exclusive for option in ticked):
        return offer.refuse("exclusive")
    return Checked([option.code for option in ticked])


def _number(offer: Offer, form: Form) -> Checked:
    given = _given(offer, form)
    if not given:
        return offer.refuse("number") if offer.page.required else Checked()
    # int() would also take "1_0", signs and a text of a million digits.
    if len(given) > 1 or not given[0].isdecimal() or len(given[0]) > 6:
        return offer.refuse("number")
    number = int(given[0])
    return (
        Checked(number) if offer.page.least <= number <= offer.page.most else offer.refuse("number")
    )


def _evidence(offer: Offer, form: Form) -> Checked:
    marks = {option.code for option in offer.options}
    given = {sign.code: list(form.get(sign.code, ())) for sign in offer.signs}
    errors = tuple(
        offer.unexplained(sign)
        for sign in offer.signs
        if len(given[sign.code]) != 1 or given[sign.code][0] not in marks
    )
    return Checked(errors=errors) if errors else Checked({k: v[0] for k, v in given.items()})


def _given(offer: Offer, form: Form) -> list[str]:
    values = (value.strip() for value in form.get(offer.page.slug, ()))
    return list(dict.fromkeys(value for value in values if value))


def _offered(offer: Offer, given: list[str]) -> bool:
    return {option.code for option in offer.options}.issuperset(given)


CHECKS: dict[str, Callable[[Offer, Form], Checked]] = {
    "radio": _radio,
    "checkbox": _checkbox,
    "number": _number,
    "evidence": _evidence,
}
