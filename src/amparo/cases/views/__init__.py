"""The screens of a case, by noun: files, consents, decisions, sealed parts, measures."""
