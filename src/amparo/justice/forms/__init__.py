"""One form for each thing that is written about proceedings."""
