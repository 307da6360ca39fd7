from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import override

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.opening import Written, open_everything, open_identity
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.models import User
from amparo.rights.models import Copy
from amparo.rights.paper import paper, without_names
from amparo.rights.parts import Given
from amparo.rights.person import spoken
from amparo.rights.words import Speaker

OPENED_FOR = "access"  # of the list of opening purposes: show the person what is kept
EXPORTED_FOR = "copy for the person"


@action
def give_copy(
    case: Case,
    *,
    by: User,
    language: str,
    left_out: Mapping[str, str],
    names: Sequence[str] = (),
) -> bytes:
    """Print the file for the person who sits beside `by`; the paper itself is kept nowhere.

    `left_out`: part -> reason. `names` of other people are replaced in every text. Opens both
    compartments, each with its row; a third row says that it left as a paper. Raises Refused.
    """
    require_on_case(by, Act.GIVE_COPY, case.pk)
    given = opened_for_paper(
        case, by=by, purpose=OPENED_FOR, language=language, left_out=left_out, names=names
    )
    row = Copy(
        case=case, language=language, left_out=codes(left_out), names_left_out=len(names),
        at=clock.now(), by=by,
    )  # fmt: skip
    row.save(force_insert=True)
    record("exported copy", by=by, case=case.pk, thing=row, purpose=EXPORTED_FOR)
    return paper(given)


def codes(left_out: Mapping[str, str]) -> list[str]:
    return [f"{part}:{reason}" for part, reason in left_out.items()]


def opened_for_paper(
    case: Case,
    *,
    by: User,
    purpose: str,
    language: str,
    left_out: Mapping[str, str],
    names: Sequence[str],
    recipient: str = "",
) -> Given:
    """Both compartments, each with its row in the log; `recipient`: if not the person."""
    identity = open_identity(case, by=by, purpose=purpose)
    with override(spoken(language)):
        written = open_everything(case, by=by, purpose=purpose)
    return Given(
        case=case,
        speaker=Speaker(language),
        identity={field: without_names(text, names) for field, text in identity.items()},
        written=tuple(_without(row, names) for row in written),
        left_out=left_out,
        names_left_out=len(names),
        recipient=recipient,
    )


def _without(row: Written, names: Sequence[str]) -> Written:
    beside = tuple(_without(words, names) for words in row.beside)
    return replace(row, text=without_names(row.text, names), beside=beside)
