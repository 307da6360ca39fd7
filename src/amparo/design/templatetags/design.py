"""The components, one mechanism: a tag each. Those longer than a line draw their own template."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import now as present
from django.utils.translation import get_language_bidi

from amparo.design import clocks, forms, icons, tokens
from amparo.design.parts import Entry, Row, Table, Task, Tone, Words

register = template.Library()

register.simple_tag(icons.icon)
for token in (
    tokens.reference,
    tokens.phone,
    tokens.call,
    tokens.email,
    tokens.moment,
    tokens.day,
    tokens.number,
):
    register.simple_tag(token)
register.simple_tag(tokens.span, name="range")
register.simple_tag(forms.title_prefix)

TONE_ICONS = {
    "plain": "info-circle",
    "info": "info-circle",
    "good": "circle-check",
    "warn": "alert-triangle",
    "danger": "alert-triangle",
}


def component(name: str) -> str:
    return f"design/components/{name}.html"


def cell_words(value: object) -> object:
    """A figure as the language writes it; anything else as it is."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return tokens.number(value)
    return value


@register.simple_tag(takes_context=True)
def direction(context: Context) -> str:
    """rtl or ltr: that of the language, unless the page sets `direction` (the gallery does)."""
    return str(context.get("direction") or ("rtl" if get_language_bidi() else "ltr"))


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The field's widget, with the class of Tabler's sheet that belongs to it."""
    widget = field.field.widget
    names = f"{widget.attrs.get('class', '')} {forms.css_class(widget)}".strip()
    return field.as_widget(attrs={"class": names} if names else {})


@register.inclusion_tag(component("badge"))
def badge(words: Words, tone: Tone = "plain", icon: str = "") -> dict[str, object]:
    """A state, in words. The tone only repeats what the words say."""
    return {"words": words, "tone": tone, "icon": icon}


@register.inclusion_tag(component("due"))
def due(moment: datetime, now: datetime | None = None) -> dict[str, object]:
    """How long until `moment`, or since: icon and words."""
    return {"clock": clocks.read_clock(moment, now or present()), "moment": moment}


@register.inclusion_tag(component("withheld"))
def withheld(words: Words) -> dict[str, object]:
    """A figure that is not shown, and why: "fewer than 5"."""
    return {"words": words}


@register.inclusion_tag(component("stat"))
def stat(figure: object, sentence: Words, href: str = "") -> dict[str, object]:
    """A figure and the sentence that it stands for."""
    return {"figure": cell_words(figure), "sentence": sentence, "href": href}


@register.inclusion_tag(component("steps"))
def steps(part: int, of: int, label: Words = "") -> dict[str, object]:
    return {"part": part, "of": of, "label": label}


@register.inclusion_tag(component("empty_state"))
def empty_state(heading: Words, text: Words = "", icon: str = "") -> dict[str, object]:
    """What would be here, and how it comes."""
    return {"heading": heading, "text": text, "icon": icon}


@register.inclusion_tag(component("summary_list"))
def summary_list(rows: Sequence[Row]) -> dict[str, object]:
    return {"rows": rows}


@register.inclusion_tag(component("task_list"))
def task_list(tasks: Sequence[Task], now: datetime | None = None) -> dict[str, object]:
    return {"tasks": tasks, "now": now or present()}


@register.inclusion_tag(component("timeline"))
def timeline(entries: Sequence[Entry]) -> dict[str, object]:
    return {"entries": entries}


@register.inclusion_tag(component("data_table"))
def data_table(table: Table) -> dict[str, object]:
    """A table of values; on a narrow screen each row is a block of its own."""
    rows = [
        [(column, cell_words(cell)) for column, cell in zip(table.columns, cells, strict=True)]
        for cells in table.rows
    ]
    return {"caption": table.caption, "columns": table.columns, "rows": rows}


@register.inclusion_tag(component("pagination"), takes_context=True)
def pagination(context: Context, page: Page[Any]) -> dict[str, object]:
    """Previous and next, keeping the rest of the query. Needs `request` in the context."""
    return {"page": page, "request": context["request"]}


@register.inclusion_tag(component("error_summary"))
def error_summary(form: BaseForm) -> dict[str, object]:
    """What was refused, with a link to each field. Nothing when the form was not refused."""
    refusals = [(error, "") for error in form.non_field_errors()]
    for field in form:
        target = "" if field.is_hidden else f"#{first_control(field)}"
        refusals += [(f"{field.label}: {error}", target) for error in field.errors]
    return {"refusals": refusals}


def first_control(field: BoundField) -> str:
    """The id of what takes the focus: in a group of choices, that of the first one if any."""
    choices = [] if field.id_for_label else list(field.subwidgets)
    return str(choices[0].id_for_label) if choices else field.id_for_label or field.auto_id


@register.inclusion_tag(component("post_button"))
def post_button(
    action: str, label: Words, tone: str = "primary", icon: str = "", **hidden: object
) -> dict[str, object]:
    """A form of one button. Further keywords become hidden fields: give `key` the form's key."""
    return {"action": action, "label": label, "tone": tone, "icon": icon, "hidden": hidden}


@register.inclusion_tag(component("exit_button"))
def exit_button(href: str = "") -> dict[str, object]:
    """Leaves for a neutral page: `EXIT_URL` of the settings unless `href` says otherwise."""
    return {"href": href or getattr(settings, "EXIT_URL", "https://www.wikipedia.org/")}


@register.inclusion_tag(component("language_switch"), takes_context=True)
def language_switch(context: Context) -> dict[str, object]:
    """The languages of the product, each under its own name; comes back to the same page."""
    request = context.get("request")
    return {"next": request.get_full_path() if request else "/"}


@register.inclusion_tag(component("nav_link"), takes_context=True)
def nav_link(
    context: Context, href: str, label: Words, icon: str = "", *, beside: Sequence[str] = ()
) -> dict[str, object]:
    """A link of the main navigation; says where one is, unless one `beside` it says so closer."""
    path = context["request"].path
    closer = any(len(other) > len(href) and path.startswith(other) for other in beside)
    here = path == href or (href != "/" and path.startswith(href) and not closer)
    return {"href": href, "label": label, "icon": icon, "here": here}


@register.simple_block_tag
def panel(content: str, heading: Words, *, icon: str = "", id: str = "", level: int = 2) -> str:
    """A card under a heading."""
    parts = {"content": content, "heading": heading, "icon": icon, "id": id, "level": level}
    return render_to_string(component("panel"), parts)


@register.simple_block_tag
def notice(content: str, heading: Words = "", tone: Tone = "info") -> str:
    """Something to know before going on, with its icon and in its tone."""
    parts = {"content": content, "heading": heading, "tone": tone, "icon": TONE_ICONS[tone]}
    return render_to_string(component("notice"), parts)


@register.simple_block_tag
def table(content: str, caption: Words) -> str:
    """A hand-written `<thead>` and `<tbody>` in a captioned table that scrolls by itself."""
    return render_to_string(component("table"), {"content": content, "caption": caption})


@register.simple_block_tag
def figure(
    content: str, title: Words, finding: Words, *, table: Table | None = None, csv: str = ""
) -> str:
    """A chart (its SVG is the content) with its finding in a sentence and its data as a table."""
    parts = {"content": content, "title": title, "finding": finding, "table": table, "csv": csv}
    return render_to_string(component("figure"), parts)
