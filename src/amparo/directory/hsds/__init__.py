"""The directory as the standard writes it: a profile of HSDS 3.1 (docs/reference/hsds.md).

Rows go in, plain dictionaries come out; nothing here asks the database.
"""
