"""How what is known of an ask is said in a report: its words, its facts, what is missing."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amparo.commitments.clause_words import clause_words, language
from amparo.commitments.due.presenters import days
from amparo.commitments.following.models import Action, Evidence, Progress
from amparo.commitments.live import LiveFigure
from amparo.commitments.models import Ask, Paragraph
from amparo.commitments.presenters import label, said
from amparo.commitments.reports import blocks
from amparo.commitments.reports.blocks import Block
from amparo.commitments.reports.gathering import Known


def of_ask(known: Known, level: int = 3) -> Iterator[Block]:
    """`level`: of its heading."""
    ask = known.ask
    yield blocks.heading(label(ask.document, ask.number), level)
    if known.paragraph:
        words = passage(known.paragraph, ask)
        yield blocks.quote(words, ask.document.language, label(ask.document, ask.number))
    elif said(ask, "text"):
        yield blocks.text(said(ask, "text"))
    yield blocks.facts(_facts(known))
    if known.actions:
        yield blocks.table(
            _("What is done"),
            [_("Action"), _("Who"), _("From"), _("Until"), _("State")],
            [_action(row) for row in known.actions],
        )
    yield from _shown(known)
    if missing := _missing(known):
        yield blocks.text(" ".join(missing))


def passage(paragraph: Paragraph, ask: Ask) -> str:
    """The paragraph's words, or of a lettered item those with its opening."""
    letter = ask.number.removeprefix(ask.whole)
    items = [item for item in paragraph.subparagraphs if not letter or item["label"] == letter]
    lines = [f"{item['label']}) {item['text']}" for item in items]
    return " ".join([paragraph.text, *lines])


def _facts(known: Known) -> Iterator[tuple[object, object]]:
    ask, span = known.ask, known.standing.open or known.standing.next or known.standing.past
    clauses = [clause_words(clause) for clause in ask.clauses.all()]
    yield (
        _("With what force"),
        "; ".join(
            " · ".join(str(each) for each in (clause.verb, clause.force, *clause.escapes))
            for clause in clauses
        ),
    )
    yield _("Of whom"), "; ".join(said(ask, "addressees"))
    yield _("By when"), said(ask, "window")
    yield _("The days this means"), days(span) if span else ""
    yield _("In charge"), known.institution.name if known.institution else ""
    if known.progress:
        state = Progress.State(known.progress.state).label
        yield _("Where it stands"), ": ".join(filter(None, [str(state), known.progress.why]))
    yield (
        _("What was sent"),
        "; ".join(
            " · ".join(filter(None, [date_format(row.sent_on), row.what])) for row in known.sendings
        ),
    )


def _action(row: Action) -> tuple[object, ...]:
    state = getattr(row, "state", None) or Action.State.PLANNED
    return (
        " ".join(filter(None, [row.title, row.what])),
        row.institution.name if row.institution else "–",
        date_format(row.begins_on) if row.begins_on else "–",
        date_format(row.ends_on) if row.ends_on else "–",
        Action.State(state).label,
    )


def _shown(known: Known) -> Iterator[Block]:
    rows = [row for row in known.evidence if row.kind != Evidence.Kind.FIGURE]
    for row in known.evidence:
        if row.kind == Evidence.Kind.FIGURE and row.reported_on:
            yield figure(row)
    for counted in known.figures:
        yield live_figure(counted)
    if rows:
        yield blocks.listing(evidence(row) for row in rows)


def figure(row: Evidence) -> Block:
    """As it was frozen."""
    sentence = row.sentence_fr if language() == "fr" else row.sentence_en
    counted = date_format(row.counted_at) if row.counted_at else ""
    note = _("Counted on %(counted)s, as reported on %(reported)s.") % {
        "counted": counted,
        "reported": date_format(row.reported_on) if row.reported_on else "",
    }
    return blocks.figure(row.value, sentence, note)


def live_figure(counted: LiveFigure) -> Block:
    """As it is while the report is made. One that is not shown says why in its own sentence."""
    note = (
        _("Counted on %(counted)s.") % {"counted": date_format(counted.as_of)}
        if counted.as_of
        else ""
    )
    return blocks.figure(counted.value, counted.in_full, note)


def evidence(row: Evidence) -> str:
    told = [row.text, row.url, row.file_name]
    return " · ".join(each for each in told if each)


def _missing(known: Known) -> list[str]:
    """Said plainly: an answer that leaves it out is none."""
    told = []
    if not known.institution:
        told.append(_("Nobody is in charge of it yet."))
    if not known.actions:
        told.append(_("No action answers it yet."))
    if not known.evidence and not known.figures:
        told.append(_("Nothing shows yet that it is answered."))
    return told
