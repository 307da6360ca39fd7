"""A service that came from a file and was offered a need: taking the file back leaves the offer."""

from amparo.access.acting import acting_as
from amparo.directory.imports.queries import rows_of
from amparo.directory.imports.tests.files import brought, row, undone
from amparo.directory.queries import every_service, services
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, offer
from amparo.referrals.models import Offer
from support import files
from support.cast import Cast


def test_a_service_that_was_offered_a_need_is_offered_no_more_instead(cast: Cast) -> None:
    cells = {
        "kind": "shelter", "organisation": "Shelter", "places_total": "2", "places_free": "2",
        "languages": "en;fr;ar", "dependants": "yes", "round_the_clock": "yes",
    }  # fmt: skip
    batch = brought(row(**cells), row(id="8", name_en="B", **cells), by=cast.coordinator)
    need = record_need(
        files.received(cast), by=cast.first_responder, kind="shelter", urgency="tonight",
        region="QV01",
    )  # fmt: skip
    offered = offer(need, services().get(name_en="B"), by=cast.first_responder)
    undone(batch, by=cast.coordinator)
    assert [(each.name_en, each.active) for each in every_service()] == [("B", False)]
    assert [each.kept for each in rows_of(batch)] == [[], ["active"]]
    accept(offered, by=cast.provider)
    with acting_as(cast.provider):
        assert Offer.objects.get(pk=offered.pk).state == "accepted"
