"""What is done with a text on its way in: looked at, corrected, let in or left out."""
