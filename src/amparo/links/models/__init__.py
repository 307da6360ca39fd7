from amparo.links.models.bonds import Link, LinkEnd
from amparo.links.models.sameness import Distinct, Looked, Merging

__all__ = ["Distinct", "Link", "LinkEnd", "Looked", "Merging"]
