"""Telling the person what was decided: a paper in plain words, and that it was given."""
