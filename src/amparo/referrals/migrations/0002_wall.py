from django.db import migrations

from amparo.access.row_security import MY_UNITS, row_security, shared_cases
from amparo.audit.append_only import append_only

PUT_TO_ME = f"{shared_cases()} OR unit_id IN {MY_UNITS}"
OFFERED_TO_ME = (
    f"{shared_cases()} OR id IN"
    f" (SELECT need_id FROM referrals_offer WHERE unit_id IN {MY_UNITS})"
)


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0001_initial"),
        ("cases", "0002_wall"),
    ]

    operations = [
        row_security("referrals_need", OFFERED_TO_ME),
        row_security("referrals_offer", PUT_TO_ME),
        row_security("referrals_offerstatus", PUT_TO_ME),
        append_only("referrals_offerstatus"),
    ]
