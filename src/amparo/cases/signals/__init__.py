"""The first sign of a possible victim, noted before anybody could screen (I0).

A tip, a call, an inspection: the file begins with it, and the screening follows in the same file.
"""
