from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from amparo.methods import clock
from amparo.vocab.country import CountryPack, load


def country() -> CountryPack:
    """The pack of the country whose bureau this is."""
    return load(settings.COUNTRY)


def zone() -> ZoneInfo:
    return ZoneInfo(country().timezone)


def day_of(moment: datetime) -> date:
    """The day as people here write it."""
    return moment.astimezone(zone()).date()


def today() -> date:
    """What ends today still counts until midnight there."""
    return day_of(clock.now())
