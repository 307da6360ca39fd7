"""Pages of a file: each a room's own, made of parts, with one form for everything written there.

A room brings its deeds, what its parts say and which of its columns are sealed; the addresses, the
views and the templates are the same for all.
"""
