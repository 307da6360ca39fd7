"""The words of the house: code lists, the country pack and the reader of data files.

Free of Django: a list can be read by a script, an exporter or a test alone.
"""

from amparo.vocab.codelists import Code, CodeList, load, names
from amparo.vocab.country import CountryPack
from amparo.vocab.datafile import DataError, Text

__all__ = ["Code", "CodeList", "CountryPack", "DataError", "Text", "load", "names"]
