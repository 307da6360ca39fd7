"""Every write of an event, and of its end."""
