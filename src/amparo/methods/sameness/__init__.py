"""Whether two files may be about one person: names across scripts and spellings, births, and both.

Nothing here knows a list of names. The rules are those by which scripts are written in one another,
so that a name never seen before is treated like any other. What comes out is a reason in words or
silence, never a number about a person.
"""
