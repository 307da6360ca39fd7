from amparo.evidence.models.custody import Custody
from amparo.evidence.models.episode import Episode
from amparo.evidence.models.export import EvidenceExport
from amparo.evidence.models.finding import Finding
from amparo.evidence.models.item import Item, Piece
from amparo.evidence.models.payments import PaymentTable

__all__ = ["Custody", "Episode", "EvidenceExport", "Finding", "Item", "PaymentTable", "Piece"]
