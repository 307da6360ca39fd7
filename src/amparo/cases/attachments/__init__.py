"""Files that are added to a case: the sealed original and, where it can be, a cleaned copy."""
