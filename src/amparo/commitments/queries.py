from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from amparo.methods.resolutions.asks import ASKING

if TYPE_CHECKING:
    from amparo.commitments.models import Ask, Clause, Document, Paragraph


class DocumentQuerySet(models.QuerySet["Document"]):
    def in_order(self) -> DocumentQuerySet:
        return self.order_by("position")

    def shipped(self) -> DocumentQuerySet:
        """Those that came with the product."""
        return self.filter(shipped=True)

    def with_counts(self) -> DocumentQuerySet:
        """Adds `asked`, the number of asks, and `has_text`."""
        loaded = paragraphs().filter(document=OuterRef("pk"))
        return self.annotate(asked=Count("asks"), has_text=Exists(loaded))

    def with_text(self) -> DocumentQuerySet:
        """Those whose words were loaded."""
        return self.filter(Exists(paragraphs().filter(document=OuterRef("pk"))))


class AskQuerySet(models.QuerySet["Ask"]):
    def in_order(self) -> AskQuerySet:
        ordered = self.select_related("document").prefetch_related("clauses")
        return ordered.order_by("document__position", "position")

    def of(self, document: Document) -> AskQuerySet:
        return self.filter(document=document)

    def in_paragraph(self, number: str) -> AskQuerySet:
        """The ask of 7g for 7g; those of all its lettered items for 7."""
        return self.filter(Q(number=number) | Q(whole=number))

    def addressed_to(self, addressee: str) -> AskQuerySet:
        return self.filter(addressees_en__contains=[addressee])

    def about(self, capability: str) -> AskQuerySet:
        """What calls for the capability, or is helped by it."""
        return self.filter(Q(direct__contains=[capability]) | Q(supporting__contains=[capability]))

    def found_by(self, words: str) -> AskQuerySet:
        """Every word of `words` in what is asked, in either language."""
        found = self
        for word in words.split():
            found = found.filter(Q(text_en__icontains=word) | Q(text_fr__icontains=word))
        return found

    def around(self, shown: Sequence[Ask]) -> tuple[Ask | None, Ask | None]:
        """What stands just before and just after `shown` in the same document."""
        before = self.filter(position__lt=shown[0].position).order_by("-position").first()
        return before, self.filter(position__gt=shown[-1].position).order_by("position").first()

    def addressees(self) -> list[tuple[str, str]]:
        """Each addressee once, in English and in French."""
        pairs = self.order_by("position").values_list("addressees_en", "addressees_fr")
        return list(dict.fromkeys(pair for en, fr in pairs for pair in zip(en, fr, strict=True)))


class ClauseQuerySet(models.QuerySet["Clause"]):
    def asking(self) -> ClauseQuerySet:
        """Those that ask somebody to do something; the others only note or affirm."""
        return self.filter(force__in=ASKING)

    def of(self, addressees: Collection[str]) -> ClauseQuerySet:
        return self.filter(addressees__overlap=list(addressees))


class ParagraphQuerySet(models.QuerySet["Paragraph"]):
    def operative(self) -> ParagraphQuerySet:
        return self.filter(place="operative")

    def preambular(self) -> ParagraphQuerySet:
        return self.filter(place="preamble")

    def of(self, document: Document) -> ParagraphQuerySet:
        return self.filter(document=document)

    def numbered(self, number: str) -> Paragraph | None:
        return self.filter(number=number).first()

    def around(self, shown: Paragraph) -> tuple[Paragraph | None, Paragraph | None]:
        """What stands just before and just after it, of these."""
        before = self.filter(position__lt=shown.position).order_by("-position").first()
        return before, self.filter(position__gt=shown.position).order_by("position").first()


def documents() -> DocumentQuerySet:
    model: type[Document] = apps.get_model("commitments", "Document")  # it names this class
    return model.objects.in_order()


def asks() -> AskQuerySet:
    model: type[Ask] = apps.get_model("commitments", "Ask")
    return model.objects.in_order()


def paragraphs() -> ParagraphQuerySet:
    model: type[Paragraph] = apps.get_model("commitments", "Paragraph")
    return model.objects.order_by("document__position", "position")


def clauses() -> ClauseQuerySet:
    model: type[Clause] = apps.get_model("commitments", "Clause")
    return model.objects.order_by("ask__position", "nth")
