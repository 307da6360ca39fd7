"""The document of ours that a text becomes."""

from datetime import date

from django.db.models import Max

from amparo.commitments.loading.heads import Head
from amparo.commitments.loading.models import Loading
from amparo.commitments.models import Document
from amparo.methods import clock
from amparo.methods.sessions import body_in


def document_for(head: Head, loading: Loading) -> Document:
    """One that came with the product stays as it is; any other becomes what the head says."""
    document = Document.objects.select_for_update().filter(key=head.key).first()
    if document and document.shipped:
        return document
    document = document or Document(key=head.key, position=_next_position())
    body = body_in(head.organ, "fr" if loading.language == "fr" else "en")
    said_on = date.fromisoformat(head.said_on) if head.said_on else None
    document.language = loading.language
    document.symbol = head.symbol
    document.title_en = document.title_fr = head.title
    document.body = body.code if body else ""
    document.body_en = document.body_fr = head.organ
    document.said_on = said_on
    document.year = (said_on or clock.now().date()).year
    document.status = head.status
    document.holds_decisions = head.kind == "decision"
    document.save()
    return document


def _next_position() -> int:
    last = Document.objects.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
