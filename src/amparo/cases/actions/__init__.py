"""Every write of this room, by noun: files, steps, decisions, measures."""
