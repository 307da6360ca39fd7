"""A dossier with evidence of every kind, written as a click would."""

from collections.abc import Sequence

from amparo.access.acting import acting_as
from amparo.access.two_persons import Proposal
from amparo.cases.consents.actions import record_ground
from amparo.cases.models import Case
from amparo.evidence.actions.custody import pass_on
from amparo.evidence.actions.exports import ask_for_list
from amparo.evidence.actions.items import Found, add_item
from amparo.evidence.actions.matrix import add_episode, say_of
from amparo.evidence.actions.payments import keep_payments
from amparo.evidence.models import Item, PaymentTable
from amparo.evidence.receiving import Incoming, Original
from amparo.justice.actions.handing import hand_over
from amparo.justice.models import Dossier
from amparo.methods import clock
from amparo.methods.filetypes import examine
from amparo.methods.payments import Choices
from amparo.people.country import today
from amparo.people.models import User
from support.cast import Cast

CSV = (
    "Date;Amount;Currency;From;To\n"
    "13/01/2026;1.200,50;EUR;{payer};Orvandel Ltd\n"
    "14/02/2026;800,00;EUR;{payer};Orvandel Ltd\n"
    "15/02/2026;1.900,00;EUR;Orvandel Ltd;House of Pell\n"
)


def handed_over(case: Case, cast: Cast, *units: str) -> Dossier:
    """To the brigade, and to whoever else is named."""
    record_ground(case, by=cast.manager_a, purpose="police", ground="legal_duty")
    for unit in ("brigade", *units):
        dossier = hand_over(case, by=cast.manager_a, unit=cast.units[unit].pk)
    return dossier


def added(
    dossier: Dossier, by: User, data: bytes = b"Seen at the gate.", *, name: str = "note.txt",
    source: str = "document", description: str = "A note", pieces: Sequence[bytes] = (),
) -> Item:  # fmt: skip
    with acting_as(by):
        file = arrived(dossier, by, pieces or [data], name=name)
        found = Found(source, today(), description, "Quay 4", "Inspector Vale", "B-17")
        kind = examine(name, file.head)
        return add_item(dossier, by=by, file=file, kind=kind, misnamed=False, found=found)


def arrived(dossier: Dossier, by: User, pieces: Sequence[bytes], *, name: str) -> Original:
    """As the parser hands it on, piece by piece."""
    incoming = Incoming(dossier, by)
    for piece in pieces:
        incoming.take(piece)
    incoming.end()
    return Original(incoming, name, sum(map(len, pieces)))


def passed_on(dossier: Dossier, item: Item, by: User, *, receiver: str = "Laboratory 3") -> None:
    pass_on(
        dossier, item.pk, by=by, kind="handed_over", when=clock.now(), giver="Inspector Vale",
        receiver=receiver, place="Quay 4", reason="To be looked at.", bag="B-18",
    )  # fmt: skip


def kept_payments(item: Item, by: User) -> PaymentTable:
    return keep_payments(item, by=by, choices=Choices(), only_good=False)


def play_evidence(dossier: Dossier, by: User, word: str) -> tuple[Item, PaymentTable, Proposal]:
    """Something in every sealed column; `word` is sealed wherever it stands, and nowhere else."""
    episode = add_episode(dossier, by=by, form="LABOUR", since=today(), child="no")
    item = added(dossier, by, description=f"The ledger of {word}")
    say_of(
        dossier, item.pk, by=by, target=(episode.pk, "purpose"), says="for", note=f"{word} worked."
    )
    passed_on(dossier, item, by, receiver=f"{word} laboratory")
    data = CSV.format(payer=word).encode()
    paid = added(dossier, by, data, name=f"{word}.csv", source="payment", description=word)
    table = kept_payments(paid, by)
    asked = ask_for_list(dossier, by=by, recipient="court", reason="For the hearing.")
    return item, table, asked
