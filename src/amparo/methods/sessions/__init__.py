"""The calendar of the United Nations: from the words of a resolution to days.

for session in sessions(text, "fr", speaker="GA", said_on=date(2017, 12, 19)):
    print(session.text, session.body, session.number, session.span)
"""

from .bodies import Body, Span, bodies, body_in
from .ordinals import ordinals
from .phrases import Place, Session, sessions

__all__ = ["Body", "Place", "Session", "Span", "bodies", "body_in", "ordinals", "sessions"]
