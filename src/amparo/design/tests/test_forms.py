from uuid import UUID, uuid4

from django import forms
from django.template import Context, Template

from amparo.design.forms import AmparoForm, DayInput, title_prefix
from amparo.design.gallery import EveryFieldForm, QuestionForm


class SignInForm(forms.Form):
    """A form of a library: nothing in it is ours."""

    login = forms.EmailField(widget=forms.EmailInput(attrs={"class": "wide"}))


class NoteForm(AmparoForm):
    note = forms.CharField(label="Note", help_text="One sentence.")
    code = forms.CharField(
        required=False, widget=forms.TextInput({"autocomplete": "one-time-code"})
    )
    day = forms.DateField(required=False, widget=DayInput)


def test_the_key_travels_hidden_and_comes_back_as_it_went() -> None:
    key = uuid4()
    assert f'<input type="hidden" name="key" value="{key}"' in str(NoteForm(initial={"key": key}))
    form = NoteForm({"note": "x", "key": str(key)})
    assert form.is_valid()
    assert form.cleaned_data["key"] == key


def test_each_new_page_has_a_key_of_its_own() -> None:
    assert NoteForm()["key"].value() != NoteForm()["key"].value()


def test_a_form_sent_without_its_key_is_only_ever_itself() -> None:
    first, second = NoteForm({"note": "x"}), NoteForm({"note": "x"})
    assert first.is_valid() and second.is_valid()
    assert isinstance(first.cleaned_data["key"], UUID)
    assert first.cleaned_data["key"] != second.cleaned_data["key"]


def test_a_key_that_is_none_is_refused() -> None:
    form = NoteForm({"note": "x", "key": "again"})
    assert not form.is_valid()
    assert "key" in form.errors


def test_no_browser_remembers_a_field_unless_it_asks_for_it() -> None:
    html = str(NoteForm())
    assert 'name="note" autocomplete="off"' in html
    assert 'autocomplete="one-time-code"' in html
    assert html.count('autocomplete="off"') == 2


def test_a_field_is_tied_to_its_hint_and_its_error() -> None:
    html = str(NoteForm({}))
    assert 'aria-describedby="id_note_helptext id_note_error"' in html
    assert 'id="id_note_helptext">One sentence.<' in html
    assert 'id="id_note_error"' in html
    assert 'aria-invalid="true"' in html


def test_the_summary_leads_to_each_refused_field() -> None:
    html = str(EveryFieldForm({"beds": "-1"}))
    assert '<a href="#id_name">Name of the garden: This field is required.</a>' in html
    assert '<a href="#id_tools_0">' in html
    assert '<a href="#id_kind">' in html
    assert html.index('role="alert"') < html.index('id="id_name"')


def test_a_form_not_yet_sent_shows_no_error() -> None:
    html = str(EveryFieldForm())
    assert 'role="alert"' not in html
    assert "refusal" not in html


def test_one_question_a_page_is_the_heading_of_the_page() -> None:
    html = str(QuestionForm())
    assert "<h1>Who keeps the key of the garden?</h1>" in html
    assert html.count("<h1>") == 1


def test_the_whole_row_of_a_choice_is_its_label() -> None:
    html = str(QuestionForm())
    assert '<label class="choice" for="id_keeper_0">' in html
    assert html.count('<label class="choice"') == 8


def test_the_choice_made_stays_chosen() -> None:
    html = str(QuestionForm({"keeper": "safe"}))
    assert html.count(" checked") == 1
    assert html.index('value="safe"') < html.index(" checked") < html.index('value="none"')


def test_a_field_that_may_stay_empty_says_so() -> None:
    html = str(EveryFieldForm())
    assert html.count("(optional)") == 1


def test_a_form_of_a_library_is_drawn_the_same_way() -> None:
    html = str(SignInForm())
    assert 'class="wide form-control"' in html
    assert '<label class="form-label" for="id_login">' in html


def test_the_title_of_a_refused_page_says_error_first() -> None:
    refused, fresh = NoteForm({}), NoteForm()
    source = Template("{% load design %}{% title_prefix form %}Part 2 of 4")
    assert source.render(Context({"form": refused})) == "Error: Part 2 of 4"
    assert title_prefix(fresh) == ""
