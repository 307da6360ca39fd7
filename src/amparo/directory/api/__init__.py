"""The two interfaces for programs: one for everybody, one for whoever works here (ADR 55)."""
