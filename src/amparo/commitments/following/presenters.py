"""The words of what is done about an ask: below the ask, and on the pages of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.commitments import live
from amparo.commitments.following import queries
from amparo.commitments.following.models import Action, Evidence, Institution, Progress, Sending
from amparo.commitments.following.rights import may_speak_for
from amparo.commitments.live import LiveFigure
from amparo.commitments.models import Ask
from amparo.commitments.presenters import Piece, Step, label, step, words_of
from amparo.design.parts import Tone, Words
from amparo.people.models import User

P, A = Progress.State, Action.State
PROGRESS_TONES: dict[str, Tone] = {
    P.OPEN: "warn", P.UNDER_WAY: "info", P.STANDING: "good", P.DONE: "good", P.NOT_OURS: "plain",
}  # fmt: skip
ACTION_TONES: dict[str, Tone] = {
    A.PLANNED: "plain", A.UNDER_WAY: "info", A.DONE: "good", A.DROPPED: "plain",
}  # fmt: skip
# Each with its icon.
EVIDENCE_KINDS: tuple[tuple[str, str, Words], ...] = (
    ("note", "message", gettext_lazy("Write a note")),
    ("link", "link", gettext_lazy("Add a link")),
    ("file", "paperclip", gettext_lazy("Add a file")),
    ("figure", "chart-bar", gettext_lazy("Keep a figure as it stands today")),
)


@dataclass(frozen=True)
class State:
    """What was said of how far something is; `tone` only repeats it."""

    words: Words
    tone: Tone
    why: str = ""
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True)
class Shown:
    """A piece of evidence as it stands on a page.

    `since`: how the live figure differs today from what was reported. `key`: of its one button.
    """

    id: UUID
    kind: str
    kind_words: Words
    text: str
    at: datetime
    by: str
    url: str = ""
    file_name: str = ""
    reported_on: date | None = None
    counted_at: datetime | None = None
    since: str = ""
    withdrawn_at: datetime | None = None
    key: UUID = field(default_factory=uuid4)


@dataclass(frozen=True)
class Done:
    """An action in a list."""

    id: UUID
    title: str
    href: str
    institution: str
    state: State
    begins_on: date | None
    ends_on: date | None
    answers: list[Step] = field(default_factory=list)


@dataclass(frozen=True)
class Block:
    """What is done about one ask; `keeps` and `adds` say what its reader may write there.

    `ask`: its number in the database, as addresses write it.
    """

    ask: str
    label: str
    institution: Institution | None
    states: list[State]
    actions: list[Done]
    evidence: list[Shown]
    withdrawn: list[Shown]
    sendings: list[Sending]
    keeps: bool
    adds: bool
    dated: bool
    evidence_kinds: Sequence[tuple[str, str, Words]] = EVIDENCE_KINDS

    @property
    def stands(self) -> State:
        return self.states[0] if self.states else progress_state(P.OPEN)


def progress_state(code: str, why: str = "", at: datetime | None = None, by: str = "") -> State:
    return State(P(code).label, PROGRESS_TONES[code], why, at, by)


def action_state(code: str | None, why: str = "", at: datetime | None = None) -> State:
    """An action has a state from its first day on."""
    known = code or A.PLANNED
    return State(A(known).label, ACTION_TONES[known], why, at)


def blocks(asks: Sequence[Ask], user: User) -> dict[int, Block]:
    """By ask. Asked of the database once for all of them."""
    charges, stood = queries.charges().by_ask(asks), queries.progress().by_ask(asks)
    acted, sent = queries.actions().by_ask(asks), queries.sendings().by_ask(asks)
    proven = queries.evidence().by_ask(asks)
    keeps = may(standing_of(user), Act.KEEP_COMMITMENTS)
    found = {}
    for ask in asks:
        institution = charges[ask.pk].institution if ask.pk in charges else None
        rows = shown(proven.get(ask.pk, []), [ask], user)
        found[ask.pk] = Block(
            str(ask.pk),
            label(ask.document, ask.number),
            institution,
            [
                progress_state(row.state, row.why, row.at, who(row.by))
                for row in stood.get(ask.pk, [])
            ],
            [done(row) for row in acted.get(ask.pk, [])],
            [row for row in rows if not row.withdrawn_at],
            [row for row in rows if row.withdrawn_at],
            sent.get(ask.pk, []),
            keeps,
            may_speak_for(user, institution),
            ask.window != "none",
        )
    return found


def beside(pieces: Iterable[Piece], asks: Sequence[Ask], user: User) -> list[Piece]:
    """The same pieces, each ask with what is done about it."""
    known = blocks(asks, user)
    return [
        replace(piece, ask=replace(piece.ask, following=known[piece.ask.pk]))
        if piece.ask
        else piece
        for piece in pieces
    ]


def who(user: User) -> str:
    return f"{user.given_name} {user.family_name}"


def done(row: Action, asks: Sequence[Ask] = ()) -> Done:
    """Needs `state`, which with_state adds."""
    return Done(
        row.pk,
        row.title,
        reverse("commitments:action", args=[row.pk]),
        row.institution.name if row.institution else "",
        action_state(getattr(row, "state", None)),
        row.begins_on,
        row.ends_on,
        [step(ask.document, ask.number) for ask in asks],
    )


def shown(rows: Sequence[Evidence], asks: Sequence[Ask], user: User) -> list[Shown]:
    """Live figures are counted only where one was frozen."""
    frozen = any(row.figure for row in rows)
    figures = {f.key: f for f in live.of_asks(asks, user)} if frozen else {}
    return [_shown(row, figures.get(row.figure)) for row in rows]


def _shown(row: Evidence, figure: LiveFigure | None) -> Shown:
    french = (get_language() or "en").startswith("fr")
    sentence = row.sentence_fr if french else row.sentence_en
    return Shown(
        row.pk,
        row.kind,
        Evidence.Kind(row.kind).label,
        sentence if row.kind == Evidence.Kind.FIGURE else row.text,
        row.at,
        who(row.by),
        row.url,
        row.file_name,
        row.reported_on,
        row.counted_at,
        _since(row, figure) if row.kind == Evidence.Kind.FIGURE else "",
        row.withdrawn_at,
    )


def _since(row: Evidence, figure: LiveFigure | None) -> str:
    """What a figure is today, beside what was reported, in one sentence."""
    if figure is None or figure.amount is None:
        return _("Today it is not shown.")
    change = figure.amount - int(row.value)
    if not change:
        return _("Today it is the same.")
    words = {"value": figure.value, "change": figure.in_words(abs(change))}
    if change > 0:
        return _("Today: %(value)s, which is %(change)s more.") % words
    return _("Today: %(value)s, which is %(change)s less.") % words


def heading_of(about: Action | Ask) -> str:
    return about.title if isinstance(about, Action) else label(about.document, about.number)


def address_of(about: Action | Ask) -> str:
    """Where whatever was written of it is read."""
    if isinstance(about, Action):
        return reverse("commitments:action", args=[about.pk])
    return step(about.document, about.number).href + f"#follow-{about.pk}"


def action_page(row: Action, user: User) -> dict[str, Any]:
    asks = list(
        row.asks.select_related("document").prefetch_related("clauses").order_by("position")
    )
    rows = shown(list(queries.evidence().shown().filter(action=row)), asks, user)
    steps = queries.steps().filter(action=row).reverse()
    return {
        "row": row,
        "card": done(row),
        "asks": [(str(ask.pk), step(ask.document, ask.number), words_of(ask)) for ask in asks],
        "steps": [(action_state(s.state, s.why, s.at), who(s.by)) for s in steps],
        "evidence": [each for each in rows if not each.withdrawn_at],
        "withdrawn": [each for each in rows if each.withdrawn_at],
        "keeps": may(standing_of(user), Act.KEEP_COMMITMENTS),
        "adds": may_speak_for(user, row.institution),
        "evidence_kinds": EVIDENCE_KINDS,
    }
