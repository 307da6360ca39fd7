"""The queues by name, and what each would hold."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.design.parts import Words


class Queue(models.TextChoices):
    NOBODY = "nobody", _("Without anybody")
    MINE = "mine", _("Mine")
    COLLEAGUE = "colleague", _("By colleague")
    RECEIVE = "receive", _("To receive")
    FIRST = "first", _("First decision")
    FINAL = "final", _("Final decision")
    INFORMATION = "information", _("Information awaited")
    CLOSING = "closing", _("Closing waits")


WHOSE = (Queue.NOBODY, Queue.MINE, Queue.COLLEAGUE)
NEXT = (Queue.RECEIVE, Queue.FIRST, Queue.FINAL, Queue.INFORMATION, Queue.CLOSING)

SAYS: Mapping[str, Words] = {
    Queue.NOBODY: _(
        "Something is under way in these files, and nobody in your unit is named for them. The"
        " oldest stand first."
    ),
    Queue.MINE: _("You carry these files in your unit."),
    Queue.COLLEAGUE: _("Choose a colleague to see what they carry."),
    Queue.RECEIVE: _("These files were referred and wait for the bureau to receive them."),
    Queue.FIRST: _("These files wait for the first decision of the competent authority."),
    Queue.FINAL: _("These files wait for the final decision, which follows the protected period."),
    Queue.INFORMATION: _("More information was asked for, and the answer is awaited."),
    Queue.CLOSING: _("Somebody proposed to close these files, and a second person decides."),
}

EMPTY: Mapping[str, Words] = {
    Queue.NOBODY: _(
        "A file that your unit sees stands here until a colleague is named for it, and again when"
        " that colleague leaves the unit."
    ),
    Queue.MINE: _("A file stands here when you take it, or when somebody assigns it to you."),
    Queue.COLLEAGUE: _("The open files that this colleague carries would stand here."),
    Queue.RECEIVE: _("A file stands here from its referral until the bureau has received it."),
    Queue.FIRST: _("A file stands here from its receipt until the first decision."),
    Queue.FINAL: _("A file stands here from the first decision until the final one."),
    Queue.INFORMATION: _("A file stands here while the bureau or the authority awaits an answer."),
    Queue.CLOSING: _("A file stands here from the proposal to close it until a second yes."),
}
