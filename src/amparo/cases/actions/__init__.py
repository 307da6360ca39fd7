"""Every write of this room, by noun: files, steps, consents, decisions, measures."""
