"""Break-glass: a file that is not shared with somebody, opened to them alone for 60 minutes.

For an emergency at night, when nobody can share it. Whoever opens says why; the bureau and data
protection are told in the same transaction; data protection reviews within 72 hours, or the
account is locked. Source: security design, 3.1.
"""

from datetime import timedelta

OPEN_FOR = timedelta(minutes=60)
REVIEW_WITHIN = timedelta(hours=72)
