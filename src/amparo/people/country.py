from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings

from amparo.methods import clock
from amparo.vocab.country import CountryPack, load


def country() -> CountryPack:
    """The pack of the country whose bureau this is."""
    return load(settings.COUNTRY)


def zone() -> ZoneInfo:
    return ZoneInfo(country().timezone)


def today() -> date:
    """The day as people here write it: what ends today still counts until midnight there."""
    return clock.now().astimezone(zone()).date()
