"""Decisions on the identification: by whom, on what evidence, for which form and which period."""
