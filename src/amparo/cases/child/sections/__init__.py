"""The parts of the page of the Child route, in the order in which they are worked through."""
