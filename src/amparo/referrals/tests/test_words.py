"""The need in words: what a service reads before it says yes."""

from django.utils.translation import override

from amparo.referrals import words
from amparo.referrals.models import Need

NEED = Need(
    kind="shelter", urgency="tonight", region="QV01", avoid_region="QV06", sex="F",
    age_status="not_sure", languages=["ar", "fr"], dependants=2,
)  # fmt: skip


def test_a_need_is_one_line_of_what_where_and_how_soon() -> None:
    assert words.headline(NEED) == "Shelter · Vessarine Capital Region · Tonight"


def test_the_person_is_said_in_sentences_that_name_nobody() -> None:
    assert words.in_words(NEED) == (
        "Female, age not sure, treated as a child. Speaks Arabic, French. "
        "Comes with 2 dependants. To keep away from Brelmarche Coast."
    )


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    said = words.in_words(Need(sex="U", age_status="adult"))
    assert said == "Not known, adult. The languages are not known. Comes alone."


def test_the_lists_speak_the_reader_s_language() -> None:
    with override("fr"):
        assert words.headline(NEED).startswith("Hébergement protégé · Région capitale")
