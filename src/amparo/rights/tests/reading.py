"""What a reader finds on a copy: its words, however the paper breaks its lines."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader


def root(pdf: bytes) -> Any:
    """The catalogue of the document: its language, whether it is tagged."""
    return PdfReader(BytesIO(pdf)).trailer["/Root"]


def words(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.split())
