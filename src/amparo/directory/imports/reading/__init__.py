"""A file of services as a table, whatever it was sent as."""

from amparo.directory.imports.reading.files import KINDS, LARGEST, MOST_ROWS, read_file

__all__ = ["KINDS", "LARGEST", "MOST_ROWS", "read_file"]
