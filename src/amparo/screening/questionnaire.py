"""The questionnaire: one question a page, the next one decided by the answers so far.

Answers are a plain dict, slug to value, that JSON can keep. An answer is never thrown away when
another changes: going from adult to "not sure" switches the list, and going back finds all again.
No name is asked here: identity is recorded later, sealed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from amparo.people.codes import listed
from amparo.screening.answers import Answer, Checked, FieldError, Form, Offer, check
from amparo.screening.assessment import Facts
from amparo.screening.indicators import Sign
from amparo.screening.indicators import load as load_indicators
from amparo.screening.pages import Answers, Option, Page, read_page
from amparo.vocab.datafile import Entry, Text, once, read

__all__ = ["Checked", "FieldError", "Option", "Page", "Questionnaire", "SummaryRow", "load"]

DATA = Path(__file__).parent / "data"
# The pages whose answers the assessment and its guidance read.
FACTS = ("age", "danger", "alone", "how-it-began", "forms")
NEITHER = frozenset({"none", "unknown"})


class SummaryRow(NamedTuple):
    """A line of "check your answers"; several answers stand on lines of their own."""

    question: str
    answer: str
    slug: str


@dataclass(frozen=True)
class Questionnaire:
    version: str
    serves: tuple[str, ...]
    parts: dict[str, Text]
    pages: tuple[Page, ...]
    words: Mapping[str, Text]
    errors: Mapping[str, Text]

    def page(self, slug: str) -> Page:
        """Raises KeyError for a slug that is no page."""
        for page in self.pages:
            if page.slug == slug:
                return page
        raise KeyError(slug)

    def shown(self, answers: Answers) -> tuple[Page, ...]:
        """The path: every page that stands with these answers, in order."""
        return tuple(page for page in self.pages if self._stands(page, answers))

    def next_page(self, answers: Answers, after: str | None = None) -> Page | None:
        """The first page, or the one after the page `after`; None: check your answers."""
        place = self._place(after) if after else -1
        return next((p for p in self.shown(answers) if self._place(p.slug) > place), None)

    def previous_page(self, answers: Answers, before: str | None = None) -> Page | None:
        """The page before `before`, or the last one before check your answers; None: the start."""
        place = self._place(before) if before else len(self.pages)
        earlier = [p for p in self.shown(answers) if self._place(p.slug) < place]
        return earlier[-1] if earlier else None

    def part_of(self, page: Page) -> tuple[int, int]:
        """(number of the page's part, number of parts)."""
        return list(self.parts).index(page.part) + 1, len(self.parts)

    def part_title(self, page: Page, language: str) -> str:
        return self.parts[page.part].say(language)

    def options(self, page: Page, answers: Answers) -> tuple[Option, ...]:
        """What the page offers on the route of these answers."""
        if page.dimension is None:
            return page.options
        listed = {sign.code for sign in load_indicators().listed(route(answers))}
        return tuple(o for o in page.options if o.exclusive or o.code in listed)

    def signs(self, page: Page, answers: Answers) -> tuple[Sign, ...]:
        """The ticked signs that an evidence page asks about; none for any other page."""
        if page.about is None:
            return ()
        ticked = answers.get(page.about) or []
        return tuple(s for s in load_indicators().listed(route(answers)) if s.code in ticked)

    def validate(self, page: Page, form: Form, answers: Answers) -> Checked:
        """Check a form sent from `page`; the errors name their field in English and French."""
        return check(self._offer(page, answers), form)

    def missing(self, answers: Answers) -> tuple[Page, ...]:
        """The pages on the path that still want an answer, or whose answer is offered no more."""
        return tuple(p for p in self.shown(answers) if not self._answered(p, answers))

    def marks(self, answers: Answers) -> dict[str, str]:
        """Sign to mark, on the list of the route; neither ticked nor ruled out is unknown."""
        return {
            code: mark
            for page in self.pages
            if page.about
            for code, mark in self._marks_of(page, answers).items()
        }

    def facts(self, answers: Answers) -> Facts:
        """What `assess` and `guide` need; a page without an answer counts as not known."""
        return Facts(
            age=answers.get("age") or "not_sure",
            marks=self.marks(answers),
            acts=frozenset(answers.get("how-it-began") or ()) - NEITHER,
            forms=_counted(answers.get("forms") or ()),
            danger=answers.get("danger") or "not_sure",
            alone=answers.get("alone") or "not_sure",
        )

    def summary(self, answers: Answers, language: str) -> list[SummaryRow]:
        """One row for each page of the path."""
        return [
            SummaryRow(page.question.say(language), self._said(page, answers, language), page.slug)
            for page in self.shown(answers)
        ]

    def _place(self, slug: str) -> int:
        return self.pages.index(self.page(slug))

    def _stands(self, page: Page, answers: Answers) -> bool:
        if page.about is not None:
            return bool(self.signs(page, answers))
        return page.shown_when is None or page.shown_when.holds(answers)

    def _offer(self, page: Page, answers: Answers) -> Offer:
        return Offer(page, self.options(page, answers), self.signs(page, answers), self.errors)

    def _answered(self, page: Page, answers: Answers) -> bool:
        if page.slug not in answers:
            return not page.required
        offer = self._offer(page, answers)
        return check(offer, _as_form(offer, answers[page.slug])).ok

    def _marks_of(self, evidence: Page, answers: Answers) -> dict[str, str]:
        about = self.page(evidence.about or "")
        ticked = answers.get(about.slug) or []
        told = answers.get(evidence.slug) or {}
        rest = "absent" if ticked == ["none"] else "unknown"
        return {
            option.code: told.get(option.code, "unknown") if option.code in ticked else rest
            for option in self.options(about, answers)
            if not option.exclusive
        }

    def _said(self, page: Page, answers: Answers, language: str) -> str:
        given = answers.get(page.slug)
        if given is None:
            return self.words["no_answer"].say(language)
        labels = {option.code: option.label.say(language) for option in page.options}
        if page.kind == "evidence":
            signs = self.signs(page, answers)
            none = self.words["no_answer"].say(language)
            lines = [
                f"{s.label.say(language)} — {labels.get(given.get(s.code), none)}" for s in signs
            ]
        elif page.kind == "number":
            lines = [str(given)]
        else:
            codes = given if isinstance(given, list) else [given]
            offered = {option.code for option in self.options(page, answers)}
            lines = [labels[code] for code in codes if code in offered]
        return "\n".join(lines) or self.words["no_answer"].say(language)


def route(answers: Answers) -> str:
    """adult or child; an age not answered opens the child route, as doubt does."""
    return Facts(age=answers.get("age") or "not_sure").route


def _counted(forms: Iterable[str]) -> frozenset[str]:
    """The shipped codes of the forms: guidance knows no code of a country's own."""
    known = listed("forms")
    return frozenset(known.counted(code) for code in forms if code in known)


def _as_form(offer: Offer, answer: Answer) -> Form:
    """A kept answer as the form that would have sent it, without what the route does not offer."""
    if isinstance(answer, dict):
        return {code: [mark] for code, mark in answer.items()}
    if isinstance(answer, list):
        offered = {option.code for option in offer.options}
        return {offer.page.slug: [code for code in answer if code in offered]}
    return {offer.page.slug: [] if answer is None else [str(answer)]}


def load() -> Questionnaire:
    """The questionnaire, checked; raises DataError that names the file and the page at fault."""
    return _with_lists_of(settings.COUNTRY)


@cache
def _with_lists_of(_country: Path) -> Questionnaire:
    return read_questionnaire(DATA / "questionnaire.toml", DATA / "words.toml")


def read_questionnaire(file: Path, words_file: Path) -> Questionnaire:
    words, errors = _words(read(words_file))
    sheet = read(file)
    parts = {part.text("code"): part.both() for part in sheet.tables("part")}
    rows = [(entry.text("slug"), entry) for entry in sheet.tables("page", "slug")]
    once(rows)
    _point_back(sheet, rows)
    pages = {slug: read_page(entry, words, tuple(parts)) for slug, entry in rows}
    _offered_before(pages, dict(rows))
    found = Questionnaire(
        version=sheet.text("version"),
        serves=sheet.cites("serves"),
        parts=parts,
        pages=tuple(pages.values()),
        words=words,
        errors=errors,
    )
    sheet.close()
    return found


def _words(sheet: Entry) -> tuple[dict[str, Text], dict[str, Text]]:
    words, errors = sheet.table("words"), sheet.table("errors")
    return (
        {key: words.table(key).both() for key in words.values},
        {key: errors.table(key).both() for key in errors.values},
    )


def _point_back(sheet: Entry, rows: list[tuple[str, Entry]]) -> None:
    """A page may depend only on a page before it; else a path could change behind one's back."""
    slugs = [slug for slug, _ in rows]
    if missing := [slug for slug in FACTS if slug not in slugs]:
        raise sheet.error("page", f"{missing[0]!r} is missing")
    for place, (_, entry) in enumerate(rows):
        asked = entry.values.get("shown_when", {}).get("page")
        for key, slug in (("about", entry.values.get("about")), ("shown_when", asked)):
            if slug is not None and slug not in slugs[:place]:
                raise entry.error(key, f"{slug!r} is no page before this one")


def _offered_before(pages: dict[str, Page], entries: dict[str, Entry]) -> None:
    """A page may wait only for answers that the page it depends on offers."""
    for slug, page in pages.items():
        if page.shown_when is None:
            continue
        offered = {option.code for option in pages[page.shown_when.page].options}
        if strange := sorted(page.shown_when.values - offered):
            raise entries[slug].error("shown_when", f"{strange[0]!r} is no answer to that page")
