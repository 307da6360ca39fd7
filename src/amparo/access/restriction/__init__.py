"""The use of a file restricted at the person's word: kept, shared with nobody new, hardly opened.

Both walls know it: the first asks `guard`, the second its own function (ADR 42).
"""
