"""A row is seen by one probe of an index, however many files a unit has."""

from django.db import migrations

from amparo.access.row_security import new_wall, sees, shared_cases

OF_A_CASE = ("clock", "status", "account", "consent", "withdrawal", "legalground", "measure")


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_glass"), ("access", "0014_reading_list")]

    operations = [
        new_wall("cases_case", sees("cases_case", "id"), shared_cases("id")),
        new_wall(
            "cases_person",
            sees("cases_person", purpose="identity"),
            shared_cases(purpose="identity"),
        ),
        *(new_wall(f"cases_{name}", sees(f"cases_{name}"), shared_cases()) for name in OF_A_CASE),
    ]
