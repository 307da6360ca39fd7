"""Each question of a public form, and where it stands here, read from `data/public_form.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from amparo.exchange.mapping import DATA
from amparo.vocab.datafile import Entry, Text, once, read


@dataclass(frozen=True)
class Question:
    """`page`: of the questionnaire; `values`: a list of ours that answers it, or one code of it."""

    number: str
    words: Text
    path: str = ""
    page: str = ""
    values: str = ""
    value: str = ""
    reason: Text | None = None


@dataclass(frozen=True)
class PublicForm:
    source: str
    parts: Mapping[int, Text]
    questions: tuple[Question, ...]

    def of_part(self, number: int) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if q.number.split(".")[0] == str(number))


@cache
def public_form() -> PublicForm:
    """Raises DataError that names the question at fault."""
    sheet = read(DATA / "public_form.toml")
    table = sheet.table("reasons")
    reasons = {code: table.table(code).both() for code in table.values}
    parts = {part.number("number", 1): part for part in sheet.tables("part", "number")}
    rows = [
        (entry.text("code"), _question(entry, reasons), entry)
        for part in parts.values()
        for entry in part.tables("question")
    ]
    once((code, entry) for code, _, entry in rows)
    for key in ("version", "licence"):
        sheet.text(key)
    sheet.cites("serves")
    found = PublicForm(
        source=sheet.text("source"),
        parts={number: part.both() for number, part in parts.items()},
        questions=tuple(question for _, question, _ in rows),
    )
    sheet.close()
    return found


def _question(entry: Entry, reasons: Mapping[str, Text]) -> Question:
    why = entry.one_of("unmapped", reasons) if entry.has("unmapped") else ""
    values, _, value = (entry.optional("list") or "").partition(".")
    question = Question(
        number=entry.text("code"),
        words=entry.both(),
        path="" if why else entry.text("path"),
        page=entry.optional("page") or "",
        values=values,
        value=value,
        reason=reasons.get(why),
    )
    entry.close()
    return question
