import pytest
from django.core.exceptions import ValidationError

from amparo.justice.forms.money import currency


@pytest.mark.parametrize("written", ["EUR", "eur", " Mad "])
def test_a_currency_is_taken_however_it_is_written(written: str) -> None:
    assert currency().clean(written) == written.strip().upper()


@pytest.mark.parametrize("written", ["€", "EU", "E1R", "XYZ", "euro", ""])
def test_what_is_no_currency_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        currency().clean(written)
