from datetime import date, datetime, time, timedelta
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


def end_of_today() -> datetime:
    """The first moment of tomorrow there."""
    return datetime.combine(today() + timedelta(days=1), time(), tzinfo=zone())
