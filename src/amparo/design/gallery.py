"""Sample data for every component. Invented, and about nothing in particular."""

from datetime import UTC, date, datetime, timedelta

from django import forms
from django.core.paginator import Paginator
from django.utils.safestring import SafeString

from amparo.design.forms import AmparoForm, DayInput, MomentInput
from amparo.design.parts import Column, Entry, Row, Table, Task

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
# "The letter … came back from …": a sentence of right-to-left script around each token.
ARABIC = "وصلت الرسالة"
SVG = SafeString(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 130" width="400" height="130"'
    ' role="img" aria-label="Bars for 2024, 2025 and 2026">'
    '<g fill="#1b5e6b"><rect x="60" y="10" width="180" height="26"/>'
    '<rect x="60" y="50" width="240" height="26"/><rect x="60" y="90" width="320" height="26"/></g>'
    '<g font-size="14" fill="currentColor"><text x="10" y="28">2024</text>'
    '<text x="10" y="68">2025</text><text x="10" y="108">2026</text></g></svg>'
)


class QuestionForm(AmparoForm):
    """One question a page, as on a phone."""

    heading_field = "keeper"

    keeper = forms.ChoiceField(
        label="Who keeps the key of the garden?",
        help_text="The gate, the shed, the water tap.",
        widget=forms.RadioSelect,
        choices=[
            ("self", "The gardener"),
            ("other", "Someone else, and the gardener cannot have it back"),
            ("safe", "Someone else, for safekeeping"),
            ("none", "There is none"),
            ("unknown", "I don't know"),
        ],
    )
    source = forms.ChoiceField(
        label="How do you know?",
        widget=forms.RadioSelect,
        choices=[("seen", "I saw it"), ("told", "I was told"), ("paper", "A document")],
    )


class EveryFieldForm(AmparoForm):
    name = forms.CharField(label="Name of the garden", help_text="As on the sign at the gate.")
    about = forms.CharField(label="What grows there", widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "Orchard"), ("b", "Vegetables")])
    opened = forms.DateField(label="Opened on", widget=DayInput)
    visit = forms.DateTimeField(label="Next visit", widget=MomentInput)
    beds = forms.IntegerField(label="Number of beds", min_value=0)
    tools = forms.MultipleChoiceField(
        label="Tools that are there",
        widget=forms.CheckboxSelectMultiple,
        choices=[("spade", "Spade"), ("rake", "Rake")],
    )
    agreed = forms.BooleanField(label="The neighbours agree", required=True)


ROWS = [
    Row("Reference", "A-2026-00043", change="#reference"),
    Row("Opened", "on 18 November, by the gate", change="#opened"),
    Row("Beds", "four, one of them free"),
]
TASKS = [
    Task("Ask for the second key", "#key", "promised by the owner", due=NOW - timedelta(hours=3.5)),
    Task("Water the north bed", "#water", due=NOW + timedelta(hours=7)),
    Task("Count the tools", "#tools", "with the neighbour", due=NOW + timedelta(days=3, hours=2)),
    Task("Prune the pear tree", state="waiting for a ladder", tone="warn"),
]
ENTRIES = [
    Entry(
        "entry-3",
        "The key came back",
        NOW - timedelta(hours=11),
        text="The north gate opens again after 48 minutes; one neighbour had none to lend.",
        actor="Ines, at the gate",
        kind="keys",
        icon="check",
    ),
    Entry(
        "entry-2",
        "Three neighbours were asked for a key",
        NOW - timedelta(hours=12),
        actor="Bruno, on duty",
        kind="keys",
        icon="send",
    ),
    Entry("entry-1", "The garden was opened", NOW - timedelta(days=4), icon="flag", href="#opened"),
]
TABLE = Table(
    "Beds by garden, 2026",
    [Column("Garden"), Column("Beds", numeric=True), Column("Free", numeric=True), Column("Since")],
    [["North", 1204, 12, "March"], ["South", 980, 0, "May"], ["Hill", 61.5, 3, "June"]],
)


def samples() -> dict[str, object]:
    """What the gallery's templates show."""
    return {
        "now": NOW,
        "late": NOW - timedelta(hours=3),
        "soon": NOW + timedelta(hours=2),
        "later": NOW + timedelta(days=9),
        "date": date(2026, 11, 24),
        "arabic": ARABIC,
        "svg": SVG,
        "rows": ROWS,
        "tasks": TASKS,
        "entries": ENTRIES,
        "table": TABLE,
        "page": Paginator(range(90), 10).page(3),
        "question": QuestionForm(initial={"keeper": "other", "source": "told"}),
        "refused": EveryFieldForm({"name": "", "beds": "-1"}),
        "fields": EveryFieldForm(initial={"tools": ["rake"], "agreed": True}),
    }
