"""Files that another system sends: looked at first, then brought in together or not at all."""
