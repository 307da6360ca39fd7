"""Two facts beside each other, each on its own line: neither is worked out from the other."""

from django.utils.translation import gettext as _

from amparo.cases.child.models import ProceedingsStanding, VictimStanding
from amparo.cases.child.queries import proceedings_standing, recruitment_of, victim_standing
from amparo.cases.pages.parts import Reader, Section
from amparo.design.parts import Row
from amparo.design.tokens import day_in_words
from amparo.people.codes import label
from amparo.people.country import day_of


def section(reader: Reader) -> Section:
    case, found = reader.case, recruitment_of(reader.case)
    if found is None:
        return Section(
            _("Recruited by a group"), "flag", [],
            _("Nothing says so. A recruited child is a child first."),
            reader.ways("recruited"),
        )  # fmt: skip
    came_back = [Row(_("From abroad"), _("came back"))] if found.returned else []
    rows = [
        Row(_("By whom"), label("recruiter_groups", found.group)),
        Row(_("How"), label("recruitment", found.way)),
        *came_back,
        Row(_("Victim"), _fact(victim_standing(case), "child_standings", "age_authorities")),
        Row(
            _("Proceedings"),
            _fact(proceedings_standing(case), "child_proceedings", "justice_offices"),
        ),
    ]
    ways = reader.ways("victim", "proceedings", "recruited")
    return Section(_("Recruited by a group"), "flag", rows, ways=ways)


def _fact(
    row: VictimStanding | ProceedingsStanding | None, standings: str, authorities: str
) -> str:
    if row is None:
        return _("not recorded")
    said = {
        "what": label(standings, row.standing),
        "who": label(authorities, row.authority),
        "day": day_in_words(day_of(row.at)),
    }
    return _("%(what)s (%(who)s, %(day)s)") % said
