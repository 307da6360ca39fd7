from django.db import migrations

# A restricted file is offered to nobody, whatever the product asks (ADR 42).
OFFER = """
CREATE TRIGGER restricted BEFORE INSERT ON referrals_offer
    FOR EACH ROW EXECUTE FUNCTION amparo_refuse_restricted()
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0003_steps_by_case"), ("access", "0011_restriction_wall")]

    operations = [migrations.RunSQL(OFFER, "DROP TRIGGER restricted ON referrals_offer")]
