"""Pure computation: nothing here knows Django, a request or a database."""
