from django.db import migrations

from amparo.access.row_security import MY_UNITS, new_wall, sees, shared_cases

OFFERED = f"id IN (SELECT need_id FROM referrals_offer WHERE unit_id IN {MY_UNITS})"
PUT = f"unit_id IN {MY_UNITS}"


def one_probe(table: str, also: str) -> migrations.RunSQL:
    return new_wall(table, f"{sees(table)} OR {also}", f"{shared_cases()} OR {also}")


class Migration(migrations.Migration):
    dependencies = [("referrals", "0004_restricted"), ("access", "0014_reading_list")]

    operations = [
        one_probe("referrals_need", OFFERED),
        one_probe("referrals_offer", PUT),
        one_probe("referrals_offerstatus", PUT),
    ]
