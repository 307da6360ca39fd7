from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.cases.child.queries import asked_anew_since
from amparo.cases.pages.parts import Reader
from amparo.design.parts import Task
from amparo.design.tokens import day_in_words


def tasks(reader: Reader) -> list[Task]:
    """Turning 18: what a guardian or the best interests stood for is the person's to say now."""
    since = asked_anew_since(reader.case)
    if since is None or not reader.writes or not may(reader.standing, Act.WRITE_CASE):
        return []
    href = reverse("cases:consent", args=[reader.case.reference])
    title = _("The person is of age, or is about to be: ask for their own consent anew")
    return [Task(title, href, _("Since %(day)s") % {"day": day_in_words(since)}, None, "", "warn")]
