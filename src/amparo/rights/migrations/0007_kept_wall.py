from django.db import migrations

from amparo.access.row_security import sees

# Who watches over data protection reads this register and writes none of it.
WALL = f"""
ALTER TABLE rights_keptfile ENABLE ROW LEVEL SECURITY;
ALTER TABLE rights_keptfile FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON rights_keptfile USING ({sees("rights_keptfile")});
CREATE POLICY watched ON rights_keptfile FOR SELECT
    USING ((SELECT amparo_has_mandate('{{data_protection}}')))
"""

NO_WALL = """
DROP POLICY watched ON rights_keptfile;
DROP POLICY wall ON rights_keptfile;
ALTER TABLE rights_keptfile NO FORCE ROW LEVEL SECURITY;
ALTER TABLE rights_keptfile DISABLE ROW LEVEL SECURITY
"""

# Files that were there before the register: read once, with the wall open to the owner alone.
FILL = """
ALTER TABLE cases_case NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cases_status NO FORCE ROW LEVEL SECURITY;
INSERT INTO rights_keptfile (case_id, reference, child, outcome, opened_on, closed_on)
SELECT c.id, c.reference, c.age_status <> 'adult',
    coalesce((
        SELECT s.state FROM cases_status s
        WHERE s.case_id = c.id AND s.track = 'identification' AND s.state IN (
            'notified', 'not_referred', 'not_presumed', 'confirmed', 'not_confirmed', 'withdrawn')
        ORDER BY s.number DESC LIMIT 1
    ), ''),
    c.opened_at::date,
    (SELECT max(s.at)::date FROM cases_status s
     WHERE s.case_id = c.id AND s.track = 'identification' AND s.state = 'closed')
FROM cases_case c;
ALTER TABLE cases_case FORCE ROW LEVEL SECURITY;
ALTER TABLE cases_status FORCE ROW LEVEL SECURITY
"""


class Migration(migrations.Migration):
    dependencies = [("rights", "0006_kept"), ("access", "0014_reading_list")]

    operations = [
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(WALL, NO_WALL),
    ]
