"""Every write of the Child route."""
