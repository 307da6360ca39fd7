"""What the doctor looks at besides Django's own checks; a room's own checks stand in that room."""

from amparo.config.checks import database, keeping, machine  # noqa: F401  importing registers them
