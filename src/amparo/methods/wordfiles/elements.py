"""What the libraries hand out: lxml, python-docx and pypdf tell no types of these."""

from typing import Any, TypeAlias

Element: TypeAlias = Any
