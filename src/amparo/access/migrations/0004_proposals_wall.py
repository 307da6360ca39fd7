from django.db import migrations

from amparo.access.row_security import row_security, shared_cases
from amparo.audit.append_only import append_only

HAS_MANDATE = """
CREATE FUNCTION amparo_has_mandate(wanted text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM people_unit
        WHERE id IN (SELECT * FROM amparo_units()) AND mandates::text[] && wanted
    )
$$
"""
# A proposal about a case is seen with the case; any other by whoever may decide about some.
DECIDING = "'{coordinator,case_management,data_protection,administration}'"
SEEN = (
    f"by_id = amparo_user() OR (case_id IS NULL AND (SELECT amparo_has_mandate({DECIDING})))"
    f" OR (case_id IS NOT NULL AND ({shared_cases()}))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_proposals"),
        ("people", "0003_made_by"),
        ("audit", "0002_append_only"),
    ]

    operations = [
        migrations.RunSQL(HAS_MANDATE, "DROP FUNCTION amparo_has_mandate(text[])"),
        row_security("access_proposal", SEEN),
        row_security(
            "access_proposalstep", "proposal_id IN (SELECT id FROM access_proposal)"
        ),
        append_only("access_proposal"),
        append_only("access_proposalstep"),
    ]
