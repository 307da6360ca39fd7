"""The parts of the page, each with what it says and how it stands."""
