"""Who carries each file in a unit, and the files that wait, assigned many at once (ADR 52)."""
