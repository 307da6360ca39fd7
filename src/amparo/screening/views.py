"""The screening on a phone: one question a page, then check, then what to do."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.design.forms import AmparoForm
from amparo.screening import actions, presenters, questionnaire
from amparo.screening.forms import QuestionForm
from amparo.screening.models import Screening
from amparo.screening.next_steps import next_steps
from amparo.screening.pages import Page
from amparo.screening.queries import own_screenings, screenings_for

SHOWN = 50
CHECK = "check"


@requires(Act.SCREEN)
def screenings(request: SignedInRequest) -> HttpResponse:
    own = own_screenings(request.user)
    context = {
        "drafts": presenters.tasks(own.drafts()),
        "finished": presenters.tasks(own.finished()[:SHOWN]),
    }
    return render(request, "screening/list.html", context)


@requires(Act.SCREEN)
def start(request: SignedInRequest) -> HttpResponse:
    form = AmparoForm(request.POST if request.method == "POST" else None)
    if perform(
        form,
        lambda data: actions.start(by=request.user, key=form.cleaned_data["key"]),
        by=request.user,
    ):
        return redirect("screening:resume", form.cleaned_data["key"])
    drafts = presenters.tasks(own_screenings(request.user).drafts())
    return render(request, "screening/start.html", {"form": form, "drafts": drafts})


@requires(Act.SCREEN)
def danger(request: SignedInRequest, pk: UUID | None = None) -> HttpResponse:
    """Whom to call; with `pk` it leads back into that screening."""
    screening = get_object_or_404(screenings_for(request.user), pk=pk) if pk else None
    context = {"screening": screening, **presenters.danger()}
    return render(request, "screening/danger.html", context)


@requires(Act.SCREEN)
def resume(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """On to where the screening stands: its next question, the check or the result."""
    screening = get_object_or_404(screenings_for(request.user), pk=pk)
    if screening.finished_at:
        return redirect("screening:result", pk)
    questions, answers = questionnaire.load(), screening.answers
    unseen = [page for page in questions.shown(answers) if page.slug not in answers]
    waiting = unseen or questions.missing(answers)
    return redirect(_address(screening, waiting[0] if waiting else None))


@requires(Act.SCREEN)
def question(request: SignedInRequest, pk: UUID, slug: str) -> HttpResponse:
    screening = get_object_or_404(own_screenings(request.user), pk=pk)
    page, posted = _page(slug), request.method == "POST"
    if not posted and (screening.finished_at or page not in _shown(screening)):
        return redirect("screening:resume", pk)
    form = QuestionForm(
        request.POST if posted else None,
        questions=questionnaire.load(), page=page, answers=screening.answers,
    )  # fmt: skip
    then = request.GET.get("then", "")
    if perform(
        form,
        lambda data: actions.answer(screening, page, form.answer, by=request.user),
        by=request.user,
    ):
        return redirect(_after(screening, page, then))
    context = {"screening": screening, "page": page, "form": form}
    context |= {"back": _before(screening, page, then)}
    context |= presenters.heading(page, screening.answers)
    return render(request, "screening/question.html", context)


@requires(Act.SCREEN)
def check(request: SignedInRequest, pk: UUID) -> HttpResponse:
    screening = get_object_or_404(own_screenings(request.user), pk=pk)
    form = AmparoForm(request.POST if request.method == "POST" else None)
    if perform(form, lambda data: actions.finish(screening, by=request.user), by=request.user):
        return redirect("screening:result", pk)
    if request.method == "GET" and (screening.finished_at or _missing(screening)):
        return redirect("screening:resume", pk)
    context = {
        "screening": screening,
        "form": form,
        "rows": presenters.check_rows(screening),
        "child": presenters.child_reason(screening.answers),
        "back": _before(screening, None, ""),
    }
    return render(request, "screening/check.html", context)


@requires(Act.SCREEN)
def result(request: SignedInRequest, pk: UUID) -> HttpResponse:
    screening = get_object_or_404(screenings_for(request.user), pk=pk)
    if not screening.finished_at:
        return redirect("screening:resume", pk)
    context = {
        "screening": screening,
        "result": presenters.result(screening),
        "child": presenters.child_reason(screening.answers),
        "next_steps": next_steps(screening),
    }
    return render(request, "screening/result.html", context)


@requires(Act.SCREEN)
def discard(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Ask, then delete; sent twice, the second time there is nothing left to delete."""
    screening = own_screenings(request.user).filter(pk=pk).first()
    if screening is None and request.method == "POST":
        return redirect("screening:start")
    if screening is None:
        raise Http404
    form = AmparoForm(request.POST if request.method == "POST" else None)
    if perform(form, lambda data: actions.discard(screening, by=request.user), by=request.user):
        messages.success(request, _("The draft and its answers are deleted."))
        return redirect("screening:start")
    return render(request, "screening/discard.html", {"screening": screening, "form": form})


def _page(slug: str) -> Page:
    try:
        return questionnaire.load().page(slug)
    except KeyError as error:
        raise Http404 from error


def _shown(screening: Screening) -> tuple[Page, ...]:
    return questionnaire.load().shown(screening.answers)


def _missing(screening: Screening) -> tuple[Page, ...]:
    return questionnaire.load().missing(screening.answers)


def _after(screening: Screening, page: Page, then: str) -> str:
    """The next page; after a change, what the change left open, or else the check."""
    screening.refresh_from_db()
    if then == CHECK:
        missing = _missing(screening)
        return _address(screening, missing[0] if missing else None, then)
    return _address(screening, questionnaire.load().next_page(screening.answers, page.slug))


def _before(screening: Screening, page: Page | None, then: str) -> str:
    if then == CHECK:
        return _address(screening, None)
    slug = page.slug if page else None
    earlier = questionnaire.load().previous_page(screening.answers, slug)
    return _address(screening, earlier) if earlier else reverse("screening:start")


def _address(screening: Screening, page: Page | None, then: str = "") -> str:
    """Of a question, or of the check when there is none."""
    if page is None:
        return reverse("screening:check", args=[screening.pk])
    address = reverse("screening:question", args=[screening.pk, page.slug])
    return f"{address}?then={CHECK}" if then else address
