"""Parts of the copy: what is known and written of the person, what lacks, what they can ask."""

from datetime import date

from django.utils.translation import override

from amparo.cases.actions.opening import Written
from amparo.cases.child.words import SEALED_WORDS
from amparo.cases.presenters import signs
from amparo.cases.questions.presenters import answered_in_clear
from amparo.people.country import country
from amparo.rights.parts import Given, Line, Section

# Texts of which the person is told what they are: a name alone says nothing.
TOLD_APART = tuple(SEALED_WORDS)
# The data files of the questionnaire speak these; another language gets the words as recorded.
SPOKEN_BY_DATA = ("en", "fr")


def spoken(language: str) -> str:
    """The language in which data files say what they say to whoever reads `language`."""
    return language if language in SPOKEN_BY_DATA else "en"


def know(given: Given) -> Section:
    speaker, case = given.speaker, given.case
    rows = [] if given.without("identity") else _identity(given)
    rows.append(Line(speaker.tell(f"age_{case.age_status}"), speaker.tell("age")))
    if case.languages:
        names = speaker.listed(speaker.language_name(code) for code in case.languages)
        rows.append(Line(names, speaker.tell("languages")))
    rows.append(Line(str(case.dependants), speaker.tell("dependants")))
    rows += _answered(given)
    return Section(speaker.tell("head_know"), tuple(rows))


def _answered(given: Given) -> list[Line]:
    """What was answered in clear to the country's own questions; the rest is among the texts."""
    with override(spoken(given.speaker.language)):
        return [Line(str(row.value), str(row.key)) for row in answered_in_clear(given.case)]


def _identity(given: Given) -> list[Line]:
    speaker = given.speaker
    return [
        Line(_birth(text, given) if field == "birth_date" else text, speaker.tell(field))
        for field, text in given.identity.items()
    ]


def _birth(text: str, given: Given) -> str:
    try:
        return given.speaker.day(date.fromisoformat(text))
    except ValueError:
        return text  # written down as somebody knew it


def written(given: Given) -> Section | None:
    if given.without("written"):
        return None
    speaker = given.speaker
    lines = [line for row in given.written for line in _with_disagreements(row, given)]
    with override(spoken(speaker.language)):
        marks = [f"{row.key} ({row.value})" for row in signs(given.case)]
    if marks:
        lines.append(Line("\n".join(marks), speaker.tell("answers"), own=True))
    return Section(
        speaker.tell("head_written"),
        tuple(lines) or (Line(speaker.tell("none")),),
        lead=(Line(speaker.tell("lead_written")),) if lines else (),
    )


def _with_disagreements(row: Written, given: Given) -> list[Line]:
    """A text, and right after it what the person said against it."""
    speaker, written_on = given.speaker, given.speaker.day(row.at)
    what = [speaker.code("text", row.kind.replace(".", "_"))] if row.kind in TOLD_APART else []
    lines = [Line(row.text, speaker.listed([written_on, *what]), own=True)]
    for words in row.beside:
        label = speaker.tell("disagreed", day=speaker.day(words.at), about=written_on)
        lines.append(Line(words.text, label, own=True))
    return lines


def out(given: Given) -> Section | None:
    """An honest copy says what it lacks and why."""
    speaker = given.speaker
    lines = [
        Line(
            speaker.tell(
                "out", part=speaker.tell(f"part_{part}"), reason=speaker.tell(f"because_{why}")
            )
        )
        for part, why in given.left_out.items()
    ]
    if given.names_left_out:
        lines.append(Line(speaker.tell("out_names", line=LEFT_OUT)))
    if not lines:
        return None
    lead = (Line(speaker.tell("out_ask")),)
    return Section(speaker.tell("head_out"), tuple(lines), lead=lead, listed=True)


# What stands where a name was left out; no script reads it as a word.
LEFT_OUT = "———"


def can_ask(given: Given) -> Section:
    speaker = given.speaker
    keys = ("right_correct", "right_restrict", "right_erase")
    return Section(
        speaker.tell("head_rights"), tuple(Line(speaker.tell(key)) for key in keys), listed=True
    )


def talk(given: Given) -> Section:
    speaker, pack = given.speaker, country()
    ours = [pack.numbers[code] for code in ("bureau", "helpline", "emergency")]
    lines = [
        Line(
            speaker.tell(
                "talk", name=office.label.say(speaker.language), phone=office.phone,
                hours=office.hours.say(speaker.language),
            )
        )
        for office in (*ours, *pack.complaints.values())
    ]  # fmt: skip
    lead = (Line(speaker.tell("complain")),)
    return Section(speaker.tell("head_talk"), tuple(lines), lead=lead, listed=True)
