"""What this house answers, in figures, to the paragraph it is built for (S0 ¶5)."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amparo.commitments.live import LiveFigure
from amparo.figures import queries as figures
from amparo.people.models import User

HOUR, DAY = 60, 24 * 60
NOT_SHOWN = "–"
# Under which key, the bare number, what is said of it, and how such a number is said.
Told = tuple[str, int | None, tuple[object, str], Callable[[int], object]]


def referral(user: User) -> list[LiveFigure]:
    """Files, those referred to the bureau, and the median time to an accepted place."""
    answer = figures.answer()
    minutes = answer.median_minutes_to_place
    told: list[Told] = [("files", answer.files, _files(answer.files), int)]
    if answer.files is not None:
        told += [
            ("referred", answer.referred, _referred(answer.referred), int),
            ("time_to_place", minutes, _time_to_place(minutes), duration),
        ]
    href = reverse("figures:table")
    return [
        LiveFigure(value, sentence, href, answer.as_of, key, amount, in_words)
        for key, amount, (value, sentence), in_words in told
    ]


def _files(files: int | None) -> tuple[object, str]:
    if files is None:
        return NOT_SHOWN, _("No year has a total of files that may be shown yet.")
    return files, ngettext("file was opened.", "files were opened.", files)


def _referred(referred: int | None) -> tuple[object, str]:
    if referred is None:
        return NOT_SHOWN, _("How many of them were referred would tell of too few persons.")
    return referred, ngettext(
        "of them was referred to the national bureau.",
        "of them were referred to the national bureau.",
        referred,
    )


def _time_to_place(minutes: int | None) -> tuple[object, str]:
    if minutes is None:
        return NOT_SHOWN, _("Too few persons have a place yet to tell how long it took.")
    return duration(minutes), _("is the median time from a recorded need to an accepted place.")


def duration(minutes: int) -> str:
    """Minutes up to an hour, hours and minutes up to two days, then days and hours."""
    if minutes < HOUR:
        return _("%(minutes)d min") % {"minutes": minutes}
    if minutes < 2 * DAY:
        return _("%(hours)d h %(minutes)d min") % {
            "hours": minutes // HOUR,
            "minutes": minutes % HOUR,
        }
    return _("%(days)d d %(hours)d h") % {
        "days": minutes // DAY,
        "hours": minutes % DAY // HOUR,
    }
