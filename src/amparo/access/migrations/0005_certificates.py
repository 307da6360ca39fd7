from django.db import migrations

from amparo.access.row_security import MY_UNITS, OVERSEES

# That a file was erased is for those who could see it, and for who watches over data protection.
READERS = f"""
    {OVERSEES} OR case_id IN (SELECT * FROM amparo_cases('casework'))
    OR EXISTS (SELECT 1 FROM people_unit
               WHERE id IN {MY_UNITS} AND 'data_protection' = ANY (mandates))
"""

# Whoever erases need not be among the readers: reading and writing have a policy each.
WALL = f"""
ALTER TABLE vault_certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_certificate FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON vault_certificate FOR SELECT USING ({READERS});
CREATE POLICY written ON vault_certificate FOR INSERT WITH CHECK (amparo_user() IS NOT NULL)
"""

NO_WALL = """
DROP POLICY written ON vault_certificate;
DROP POLICY wall ON vault_certificate;
ALTER TABLE vault_certificate NO FORCE ROW LEVEL SECURITY;
ALTER TABLE vault_certificate DISABLE ROW LEVEL SECURITY
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0004_proposals_wall"), ("vault", "0003_erasure")]

    operations = [migrations.RunSQL(WALL, NO_WALL)]
