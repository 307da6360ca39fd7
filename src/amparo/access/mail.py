"""Mail that calls to the desk and says nothing of any case."""

from collections.abc import Iterable

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _


def call_to_desk(addresses: Iterable[str]) -> None:
    """Who reads mail over a shoulder learns that there is a desk, and no more."""
    told = list(addresses)
    if not told:
        return
    subject = _("Amparo: something waits for you")
    body = _("Please sign in to Amparo today. What it is about stands on your first page there.")
    EmailMessage(subject, body, bcc=told).send()
