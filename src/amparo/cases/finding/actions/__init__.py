"""Every write of this room: looking for a person, and keeping an identity findable."""
