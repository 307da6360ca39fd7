"""Every write of this room, by noun: needs, offers."""
