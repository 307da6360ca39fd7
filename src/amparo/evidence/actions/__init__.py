"""Everything that this room writes."""
