from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.audit.actions import record
from amparo.design.forms import AmparoForm
from amparo.people.country import country
from amparo.rights.actions.retention import propose_due
from amparo.rights.queries import due_now

SHOWN = 200


@requires(Act.SEE_RETENTION)
def retention(request: SignedInRequest) -> HttpResponse:
    """What the rules ask for today; proposing it erases nothing yet."""
    form = AmparoForm(request.POST or None)
    made: list[int] = []
    if request.method == "POST" and perform(
        form, lambda data: made.append(propose_due(by=request.user)), by=request.user
    ):
        count = sum(made)
        words = ngettext("%(count)s proposal made.", "%(count)s proposals made.", count)
        messages.success(request, words % {"count": count})
        return redirect("retention:list")
    record("read the retention list", by=request.user)
    files, drafts = due_now(request.user)
    context = {
        "form": form, "rules": country().retention.values(), "count": len(files),
        "files": files[:SHOWN], "drafts": drafts[:SHOWN], "draft_count": len(drafts),
    }  # fmt: skip
    return render(request, "rights/retention.html", context)
