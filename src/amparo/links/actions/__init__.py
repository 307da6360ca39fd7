"""Every write of this room: looking for the same person, merging, linking."""
