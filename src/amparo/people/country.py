from django.conf import settings

from amparo.vocab.country import CountryPack, load


def country() -> CountryPack:
    """The pack of the country whose bureau this is."""
    return load(settings.COUNTRY)
