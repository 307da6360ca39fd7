"""The parts of the page: each kind of event with what it set off and how it was answered."""
