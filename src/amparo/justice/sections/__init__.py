"""The parts of the page on proceedings, in the order in which they are worked through."""
