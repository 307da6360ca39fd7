"""A package as files: sheets in an archive, one sheet, or JSON; written and read in memory only."""

from amparo.exchange.formats.reading import ENCODINGS, LARGEST, read_package
from amparo.exchange.formats.refusals import Fault, NotRead
from amparo.exchange.formats.writing import as_archive, as_json

__all__ = ["ENCODINGS", "LARGEST", "Fault", "NotRead", "as_archive", "as_json", "read_package"]
