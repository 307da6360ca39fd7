"""What this room adds to the lists of the rooms below, once, when the product starts."""

from django.utils.translation import gettext_lazy as _

from amparo.vocab.citations import serve


def register() -> None:
    from amparo.evidence import presenters
    from amparo.evidence.deeds import PAGE
    from amparo.justice.dossiers import register as dossiers

    dossiers.register(PAGE, summary=presenters.summary)
    serve(
        "evidence", "rule", _("What stands without the person’s testimony, element by element"),
        "S1 ¶11",
    )  # fmt: skip
    serve("evidence_items", "rule", _("Originals, their digests and their custody"), "S1 ¶11")
    serve("payments", "rule", _("Payments, and where the proceeds go"), "S1 ¶9, S1 ¶11")
    serve("evidence_lists", "rule", _("Lists of evidence for other systems"), "S1 ¶11")
