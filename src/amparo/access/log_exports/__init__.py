"""Rows of the log leave only by two persons: one asks, a second agrees, the first has a day."""
