"""A resolution as Akoma Ntoso 3.0, shaped as the United Nations write it (AKN4UN); and back.

    content = written(document, about)
    read_akn(content) == (document, about)

Sources: OASIS LegalDocML, Akoma Ntoso 1.0 part 1 and its naming convention; the guidelines of the
High-Level Committee on Management for documents of the United Nations system.
"""

from .about import About
from .reading import NotAkoma, read_akn
from .writing import written

__all__ = ["About", "NotAkoma", "read_akn", "written"]
