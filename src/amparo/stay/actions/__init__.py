"""Every write of the stay and of a return."""
