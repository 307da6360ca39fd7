"""What to do after a screening: steps in order, whom to call, what to tell the person.

The words are data (`data/guidance.toml`, `data/results.toml`) and each cites its paragraph.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amparo.screening.assessment import RESULTS, Assessment, Facts
from amparo.vocab.country import NUMBERS
from amparo.vocab.datafile import Entry, Text, once, read

DATA = Path(__file__).parent / "data"
BEFORE = ("danger", "danger_not_sure", "age_not_sure", "not_alone")
AFTER = ("reinforced", "other_form")
LABOUR_FORMS = frozenset({"LABOUR", "DOMESTIC_SERVITUDE", "SLAVERY_PRACTICES", "CHILD_LABOUR"})


@dataclass(frozen=True)
class Step:
    """One thing to do or to say, and the paragraphs it serves."""

    code: str
    text: Text
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """Steps that stand together; `call` holds codes of the country pack's numbers."""

    now: tuple[Step, ...]
    call: tuple[str, ...]
    say: tuple[Step, ...]


@dataclass(frozen=True)
class Result:
    title: Text
    meaning: Text
    block: Block


@dataclass(frozen=True)
class Words:
    version: str
    results: dict[str, Result]
    before: dict[str, Block]
    after: dict[str, Block]


@dataclass(frozen=True)
class Guidance:
    """The page after a screening; what comes first is to be done first."""

    title: Text
    meaning: Text
    now: tuple[Step, ...]
    call: tuple[str, ...]
    say: tuple[Step, ...]


def guide(assessment: Assessment, facts: Facts) -> Guidance:
    """Put the steps in order: danger and doubt about age come before any result."""
    words = load()
    result = words.results[assessment.result]
    blocks = [words.before[code] for code in _before(facts)]
    blocks += [result.block]
    blocks += [words.after[code] for code in _after(assessment, facts)]
    return Guidance(
        title=result.title,
        meaning=result.meaning,
        now=tuple(dict.fromkeys(step for block in blocks for step in block.now)),
        call=tuple(dict.fromkeys(code for block in blocks for code in block.call)),
        say=tuple(dict.fromkeys(step for block in blocks for step in block.say)),
    )


def _before(facts: Facts) -> list[str]:
    holds = {
        "danger": facts.danger == "yes",
        "danger_not_sure": facts.danger == "not_sure",
        "age_not_sure": facts.age == "not_sure",
        "not_alone": facts.alone != "yes",
    }
    return [code for code in BEFORE if holds[code]]


def _after(assessment: Assessment, facts: Facts) -> list[str]:
    holds = {
        "reinforced": bool(assessment.reinforcing),
        "other_form": bool(facts.forms - LABOUR_FORMS - {"UNKNOWN"}),
    }
    return [code for code in AFTER if holds[code]]


@cache
def load() -> Words:
    """All words of guidance; raises DataError that names the file and the entry at fault."""
    return read_words(DATA / "guidance.toml", DATA / "results.toml")


def read_words(guidance: Path, results: Path) -> Words:
    library, sheet = read(guidance), read(results)
    steps, says = _steps(library, "step"), _steps(library, "say")
    library.close()
    words = Words(
        version=sheet.text("version"),
        results={
            code: _result(entry, steps, says) for code, entry in _all(sheet, "result", RESULTS)
        },
        before={code: _block(entry, steps, says) for code, entry in _all(sheet, "before", BEFORE)},
        after={code: _block(entry, steps, says) for code, entry in _all(sheet, "after", AFTER)},
    )
    sheet.close()
    return words


def _steps(library: Entry, key: str) -> dict[str, Step]:
    rows = [(entry.text("code"), entry) for entry in library.tables(key)]
    once(rows)
    steps = {code: Step(code, entry.both(), entry.cites("cites")) for code, entry in rows}
    for _, entry in rows:
        entry.close()
    return steps


def _all(sheet: Entry, key: str, needed: tuple[str, ...]) -> list[tuple[str, Entry]]:
    rows = [(entry.one_of("code", needed), entry) for entry in sheet.tables(key)]
    once(rows)
    if missing := [code for code in needed if code not in dict(rows)]:
        raise sheet.error(key, f"{missing[0]!r} is missing")
    return rows


def _result(entry: Entry, steps: dict[str, Step], says: dict[str, Step]) -> Result:
    title, meaning = entry.both("title"), entry.both("meaning")
    return Result(title, meaning, _block(entry, steps, says))


def _block(entry: Entry, steps: dict[str, Step], says: dict[str, Step]) -> Block:
    calls = entry.words("call")
    if unknown := [code for code in calls if code not in NUMBERS]:
        raise entry.error("call", f"{unknown[0]!r} is no number that every country pack has")
    block = Block(_named(entry, "now", steps), calls, _named(entry, "say", says))
    entry.close()
    return block


def _named(entry: Entry, key: str, library: dict[str, Step]) -> tuple[Step, ...]:
    codes = entry.words(key)
    if unknown := [code for code in codes if code not in library]:
        raise entry.error(key, f"{unknown[0]!r} is not in guidance.toml")
    return tuple(library[code] for code in codes)
