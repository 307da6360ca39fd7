"""What the file is to follow of what who investigates wrote; what the person must be told."""

from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reader
from amparo.design.parts import Task
from amparo.design.tokens import day_in_words
from amparo.justice.queries.proceedings import untold_drops
from amparo.justice.queries.track import to_follow
from amparo.people.codes import label


def tasks(reader: Reader) -> list[Task]:
    followed = [
        Task(way.title, way.href, state.label, None, "", "warn")
        for state in to_follow(reader.case)[:1]
        for way in reader.ways("follow")
    ]
    told = [
        Task(
            way.title, way.href,
            _("%(why)s, %(day)s") % {
                "why": label("drop_grounds", row.ground), "day": day_in_words(row.day),
            },
            None, "", "warn",
        )
        for row in untold_drops(reader.case.pk)
        for way in reader.way("drop-told", row.pk)
    ]  # fmt: skip
    return [*followed, *told]
