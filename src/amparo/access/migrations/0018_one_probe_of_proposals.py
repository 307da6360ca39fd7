"""A proposal and its steps are seen by one probe each, however many files a unit has (ADR 43)."""

from django.db import migrations

from amparo.access.row_security import new_wall, sees, shared_cases

DECIDING = "'{coordinator,case_management,data_protection,administration}'"
OWN_OR_OF_NO_CASE = (
    f"by_id = amparo_user() OR (case_id IS NULL AND (SELECT amparo_has_mandate({DECIDING})))"
)
STEPS = "proposal_id IN (SELECT id FROM access_proposal)"
ONE_STEP = """EXISTS (
    SELECT 1 FROM access_proposal p WHERE p.id = access_proposalstep.proposal_id
)"""


def seen(of_a_case: str) -> str:
    return f"{OWN_OR_OF_NO_CASE} OR (case_id IS NOT NULL AND ({of_a_case}))"


class Migration(migrations.Migration):
    dependencies = [("access", "0017_log_exports_counted")]

    operations = [
        new_wall("access_proposal", seen(sees("access_proposal")), seen(shared_cases())),
        new_wall("access_proposalstep", ONE_STEP, STEPS),
    ]
