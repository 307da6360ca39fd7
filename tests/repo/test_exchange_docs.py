"""The fields of the open standard and the questions of a public form, written into the docs."""

from amparo.exchange.mapping import Field, standard
from amparo.exchange.public_form import Question, public_form
from repo.sources import ROOT

FILE = ROOT / "docs" / "reference" / "exchange.md"
HEAD = """# Fields of other systems, and where they stand

Written by a test from `src/amparo/exchange/data/`; change those files, not this one. *both*: goes
out and comes in; *out*: goes out, and what another system says there is kept sealed as its word;
*in*: is taken in. What stands nowhere is kept sealed with the file all the same, and goes out as it
came.
"""
TABLE = "| {} | way | where | why not |\n|---|---|---|---|"


def written() -> str:
    known, form = standard(), public_form()
    mapped, every = len(known.mapped()), len(known.of_the_standard())
    told = [q for q in form.questions if q.path]
    return "\n".join(
        [
            HEAD,
            f"## HTCDS {known.version}: {mapped} of {every} fields, and {_own()} of our own",
            "",
            f"{known.source}. {known.licence}.",
            "",
            TABLE.format("field"),
            *map(_field, known.fields.values()),
            "",
            f"## A public form: {len(told)} of {len(form.questions)} questions",
            "",
            f"{form.source}.",
            "",
            "| number | question | where | why not |\n|---|---|---|---|",
            *map(_question, form.questions),
            "",
        ]
    )


def _own() -> int:
    return len(standard().fields) - len(standard().of_the_standard())


def _field(field: Field) -> str:
    why = field.reason.en if field.reason else ""
    return _row(f"`{field.code}`", field.way, _code(field.path), why)


def _question(question: Question) -> str:
    where = [question.path, question.page, question.value or question.values]
    why = question.reason.en if question.reason else ""
    return _row(question.number, question.words.en, " ".join(map(_code, filter(None, where))), why)


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def test_the_docs_show_the_map_as_it_is() -> None:
    """Where they differ the file is written anew, so that the next run finds it right."""
    wanted, found = written(), FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    if found != wanted:
        FILE.write_text(wanted, encoding="utf-8")
    assert found == wanted, "docs/reference/exchange.md was written anew: commit it."
