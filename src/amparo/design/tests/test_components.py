from datetime import UTC, datetime, timedelta

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory, override_settings

from amparo.design.icons import drawings, icon
from amparo.design.parts import Column, Entry, Row, Table, Task

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def drawn(source: str, **context: object) -> str:
    return Template("{% load design %}" + source).render(Context(context))


def test_an_icon_is_hidden_from_screen_readers_because_words_stand_beside_it() -> None:
    assert 'aria-hidden="true"' in icon("clock")


def test_every_icon_of_the_sprite_is_a_drawing() -> None:
    assert len(drawings()) > 30
    assert all(shapes.startswith("<path") for shapes in drawings().values())


def test_an_unknown_icon_is_an_error_and_not_a_hole() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_a_state_is_said_in_words() -> None:
    html = drawn('{% badge words "warn" icon="clock" %}', words="waiting <b>")
    assert "waiting &lt;b&gt;" in html
    assert "tone-warn" in html


def test_a_late_clock_has_an_icon_and_words() -> None:
    html = drawn("{% due late now=now %}", late=NOW - timedelta(hours=3), now=NOW)
    assert "late by 3 hours</time>" in html
    assert "<svg" in html


def test_a_change_link_says_what_it_changes() -> None:
    html = drawn("{% summary_list rows %}", rows=[Row("Name", "<Ada>", change="/name/")])
    assert '<a href="/name/">Change<span class="visually-hidden"> Name</span></a>' in html
    assert "&lt;Ada&gt;" in html


def test_a_row_that_cannot_be_changed_has_no_link() -> None:
    assert "<a" not in drawn("{% summary_list rows %}", rows=[Row("Name", "Ada")])


def test_a_task_leads_to_where_it_is_done() -> None:
    task = Task("Call back", "/call/", note="before noon", due=NOW + timedelta(hours=2))
    html = drawn("{% task_list tasks now=now %}", tasks=[task], now=NOW)
    for words in ('<a href="/call/">Call back</a>', "before noon", "due in 2 hours"):
        assert words in html


def test_an_entry_of_the_timeline_has_a_permalink_an_actor_and_a_moment() -> None:
    entry = Entry("e7", "Key returned", NOW, actor="Ines", kind="keys", icon="check")
    html = drawn("{% timeline entries %}", entries=[entry])
    for words in ('<li id="e7">', 'href="#e7"', "22 Nov 2026, 09:30", "Ines · keys"):
        assert words in html


def test_a_table_names_its_columns_on_a_narrow_screen_and_writes_figures_out() -> None:
    table = Table("Beds", [Column("Garden"), Column("Free", numeric=True)], [["North", 1204]])
    html = drawn("{% data_table table %}", table=table)
    assert "<caption>Beds</caption>" in html
    assert '<th scope="row" role="rowheader">North</th>' in html
    assert 'data-label="Free" class="numeric"><bdi dir="ltr" class="token">1,204' in html


def test_a_row_of_the_wrong_length_is_refused() -> None:
    table = Table("Beds", [Column("Garden")], [["North", 4]])
    with pytest.raises(ValueError, match="longer"):
        drawn("{% data_table table %}", table=table)


def test_a_chart_stands_left_to_right_with_its_finding_and_its_data() -> None:
    table = Table("Beds", [Column("Garden")], [["North"]])
    chart = '{% figure "Beds" finding table=table csv="/beds.csv" %}<svg></svg>{% endfigure %}'
    html = drawn(chart, finding="More than ever.", table=table)
    for part in ('dir="ltr"><svg></svg>', "More than ever.", "<details>", 'href="/beds.csv"'):
        assert part in html


def test_a_panel_is_named_by_its_heading_and_keeps_its_content() -> None:
    source = '{% panel heading id="water" %}<p>{{ x }}</p>{% endpanel %}'
    html = drawn(source, heading="Water <tap>", x="<i>")
    assert 'aria-labelledby="water-heading"' in html
    assert "Water &lt;tap&gt;" in html
    assert "<p>&lt;i&gt;</p>" in html


def test_a_notice_has_an_icon_beside_its_words() -> None:
    html = drawn('{% notice "Careful" "warn" %}<p>Wet.</p>{% endnotice %}')
    assert "<svg" in html
    assert "Careful" in html


def test_a_button_that_writes_is_a_form_with_its_key() -> None:
    html = drawn('{% post_button action="/take/" label="Take" key="k1" %}', csrf_token="t" * 64)
    assert '<form class="post-button" method="post" action="/take/">' in html
    assert 'name="csrfmiddlewaretoken"' in html
    assert '<input type="hidden" name="key" value="k1">' in html


def test_the_exit_is_a_plain_link_to_where_the_settings_say() -> None:
    with override_settings(EXIT_URL="https://neutral.example/"):
        html = drawn("{% exit_button %}")
    assert 'href="https://neutral.example/" rel="noreferrer' in html


def test_turning_a_page_keeps_the_rest_of_the_question() -> None:
    request = RequestFactory().get("/list/?kind=keys&page=2")
    page = Paginator(range(30), 10).page(2)
    html = drawn("{% pagination page %}", page=page, request=request)
    assert 'rel="next" href="?kind=keys&amp;page=3"' in html
    assert "Page 2 of 3" in html


def test_a_single_page_has_no_turning() -> None:
    request = RequestFactory().get("/")
    page = Paginator(range(3), 10).page(1)
    assert drawn("{% pagination page %}", page=page, request=request).strip() == ""


@pytest.mark.parametrize(
    ("path", "here"), [("/cases/", True), ("/cases/7/", True), ("/figures/", False)]
)
def test_the_navigation_says_where_one_is(path: str, here: bool) -> None:
    html = drawn('{% nav_link "/cases/" "Files" %}', request=RequestFactory().get(path))
    assert ('aria-current="page"' in html) is here


def test_of_two_links_that_lead_here_the_closer_one_says_so() -> None:
    request, all_ = RequestFactory().get("/cases/queue/"), ["/cases/", "/cases/queue/", "/x/"]
    tag = '{%% nav_link "%s" "Here" beside=all %%}'
    links = [drawn(tag % href, all=all_, request=request) for href in all_]
    assert ['aria-current="page"' in link for link in links] == [False, True, False]


def test_a_part_of_many_is_counted_and_named() -> None:
    assert "Part 2 of 4 · What you saw" in drawn('{% steps 2 4 "What you saw" %}')


def test_a_figure_stands_in_its_sentence() -> None:
    html = drawn('{% stat 1204 "beds were planted." href="/beds/" %}')
    assert ">1,204</bdi>" in html
    assert '<a href="/beds/">beds were planted.</a>' in html
