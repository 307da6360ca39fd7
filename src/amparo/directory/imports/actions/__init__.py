"""Every write of an import, in the order of its steps: looking, starting, writing, undoing."""
