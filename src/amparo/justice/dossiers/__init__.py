"""Pages of a dossier: as those of a file, for whoever investigates, on keys of their own.

A room brings its page and its rows (`OfDossier`); whoever works with the person sees none of it.
"""
