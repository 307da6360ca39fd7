"""The parts of the page of the Support track, in the order in which they are worked through."""
