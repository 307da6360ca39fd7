"""Every write of this room, by noun: copies, disagreements, erasures."""
