"""A copy of a file for somebody else than the person: one asks, a second agrees, within a day."""
