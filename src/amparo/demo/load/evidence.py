"""What who investigates finds: items with their custody, the matrix, a list of payments."""

from collections.abc import Mapping
from datetime import timedelta

from amparo.access.acting import acting_as
from amparo.demo.load import persons
from amparo.demo.load.chance import Chance
from amparo.demo.load.inquiry import Inquiry
from amparo.demo.load.scene import Steps, later
from amparo.demo.load.sheets import sheet
from amparo.demo.load.words import words
from amparo.evidence.actions.custody import pass_on
from amparo.evidence.actions.items import Found, add_item
from amparo.evidence.actions.matrix import add_episode, say_of
from amparo.evidence.actions.payments import keep_payments
from amparo.evidence.models import Episode, Finding, Item
from amparo.evidence.receiving import Incoming, Original
from amparo.methods import clock
from amparo.methods.filetypes import examine
from amparo.methods.payments import Choices
from amparo.people.country import today

Child, Says = Episode.Child, Finding.Says
AGES = {"adult": Child.NO, "child": Child.YES, "not_sure": Child.UNSURE}


def evidence(inquiry: Inquiry) -> Steps:
    found, scene = sheet("evidence"), inquiry.scene.apart("evidence")
    chance = scene.chance
    if not chance.happens(found["share"]):
        return
    yield later(days=chance.between(found["days"]["found"]))
    since = today() - timedelta(days=int(chance.between(found["began"])))
    episode = add_episode(
        inquiry.dossier, by=inquiry.police, form=scene.plan.form, since=since,
        child=AGES[scene.plan.age_status],
    )  # fmt: skip
    wanted = int(chance.one_of(found["items"]))
    for row in chance.random.sample(found["item"], wanted):
        item = _add(inquiry, row, row["en"], chance)
        _weigh(inquiry, item, episode, chance)
        if chance.happens(found["examined"]):
            yield later(days=chance.between(found["days"]["examined"]))
            _pass_on(inquiry, item, chance)
    if chance.happens(found["payments"]):
        yield later(days=chance.between(found["days"]["payments"]))
        item = _add(inquiry, found["payment"], _statement(chance), chance)
        keep_payments(item, by=inquiry.police, choices=Choices(), only_good=True)


def _add(inquiry: Inquiry, row: Mapping[str, str], content: str, chance: Chance) -> Item:
    by = inquiry.police
    told = Found(
        row["source"], today(), row["en"], words("evidence", "places", chance), str(by)
    )  # fmt: skip
    with acting_as(by):
        file = _arrived(inquiry, row["name"], content.encode())
        kind = examine(row["name"], file.head)
        return add_item(
            inquiry.dossier, by=by, file=file, kind=kind, misnamed=False, found=told
        )  # fmt: skip


def _arrived(inquiry: Inquiry, name: str, data: bytes) -> Original:
    """As the parser of a form hands it on."""
    incoming = Incoming(inquiry.dossier, inquiry.police)
    incoming.take(data)
    incoming.end()
    return Original(incoming, name, len(data))


def _weigh(inquiry: Inquiry, item: Item, episode: Episode, chance: Chance) -> None:
    found = sheet("evidence")
    says = Says.AGAINST if chance.happens(found["against"]) else Says.FOR
    target = episode.pk, chance.one_of(found["element"])
    say_of(inquiry.dossier, item.pk, by=inquiry.police, target=target, says=says)


def _pass_on(inquiry: Inquiry, item: Item, chance: Chance) -> None:
    pass_on(
        inquiry.dossier, item.pk, by=inquiry.police, when=clock.now(),
        kind=sheet("evidence")["passed"],
        giver=str(inquiry.police), receiver=persons.somebody(chance),
        place=words("evidence", "places", chance), reason=words("evidence", "custody", chance),
    )  # fmt: skip


def _statement(chance: Chance) -> str:
    """Wages that came in, and went on to somebody else."""
    found, owner = sheet("evidence"), persons.somebody(chance)
    firm, lines = chance.pick(found["firms"]), [found["heading"]]
    day = today() - timedelta(days=200)
    for _ in range(chance.whole(found["rows"])):
        day += timedelta(days=chance.random.randint(5, 14))
        amount = f"{chance.between(found['amounts']):.2f}"
        ends = [firm, owner] if chance.happens(0.6) else [owner, persons.somebody(chance)]
        lines.append(";".join([day.isoformat(), amount, found["currency"], *ends]))
    return "\n".join(lines) + "\n"
