"""The sessions that a text names as a date: at which, after which, or between which it is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from amparo.methods.sessions import Place, Session, bodies, body_in, sessions

from .days import led
from .found import Found
from .kinds import AfterSession, AtSession, BetweenSessions
from .sheet import NEAR, Language, ahead, compiled, sheet, words

REPORT_NEAR = 80  # characters between a report and the body that it goes to
NEAR_SESSION = 40  # characters between a session and its days


@dataclass(frozen=True)
class Asked:
    """A text and what one knows of it, as `windows` is given them."""

    text: str
    language: Language
    speaker: str
    said_on: date | None
    context: str

    @cached_property
    def named(self) -> list[tuple[Session, AtSession]]:
        found = sessions(
            self.text, self.language,
            speaker=self.speaker, said_on=self.said_on, context=self.context,
        )  # fmt: skip
        return [(session, window) for session in found if (window := self._window(session))]

    @property
    def sessions(self) -> Iterator[tuple[Session, AtSession]]:
        """Those that are not over and not named for their work only."""
        return (each for each in self.named if not self._is_told(each[0]))

    def starts_from(self, session: Session) -> bool:
        """ "à compter de sa soixante-douzième session"."""
        leads = (row[self.language] for row in sheet()["lead"] if row["kind"] == "from")
        return any(self._ahead_of(session, lead) for lead in leads)

    def also_to(self) -> Iterator[Found]:
        """The next session of those who are to have the same report, where none is named."""
        for match in words("also_to", self.language).finditer(self.text):
            rest = self.text[match.end() :]
            body = next((b for b in bodies().values() if b.names[self.language].match(rest)), None)
            now = body.number_in(self.said_on) if body and self.said_on else None
            if body and now and not words("own_session", self.language).match(rest):
                yield Found(AtSession(body.code, now + 1), match[0].strip(), match.start())

    def at_sessions(self) -> Iterator[Found]:
        after = sheet()["after_session"][self.language]
        for session, window in self.sessions:
            if window.number and self._ahead_of(session, after):
                yield Found(AfterSession(window), session.text, session.start)
            else:
                yield Found(window, session.text, session.start)
        for match in words("session_after_event", self.language).finditer(self.text):
            yield Found(AtSession(self._whose(match.start())), match[0], match.start())

    def between(self) -> Iterator[Found]:
        for match in words("between_sessions", self.language).finditer(self.text):
            yield Found(BetweenSessions(self._whose(match.start())), match[0], match.start())

    def report_to(self, place: int) -> str:
        """The body that a report goes to, by the words after it; else who speaks."""
        named = body_in(self.text[place : place + REPORT_NEAR], self.language)
        return named.code if named else self.speaker

    def _window(self, session: Session) -> AtSession | None:
        if session.year and session.text.lower().startswith("sessions"):
            return None  # "two sessions in 2027"
        if session.place is None:
            number = session.number or session.year
            return AtSession(session.body, number if session.body else None)
        if session.place == Place.BEFORE:
            return None
        body = bodies().get(session.body)
        now = body.number_in(self.said_on) if body and self.said_on else None
        return AtSession(session.body, now + session.place if now else None)

    def _is_told(self, session: Session) -> bool:
        if self._ahead_of(session, sheet()["work_of_session"][self.language]):
            return True
        if self._has_days(session):
            return True
        if session.span and self.said_on:
            return session.span.last < self.said_on
        return bool(words("preamble", self.language).match(self.text))

    def _has_days(self, session: Session) -> bool:
        """ "at its third session, from 3 to 7 February": the days say it more exactly."""
        ends = session.start + len(session.text)
        return any(
            each.kind in ("on", "from") and 0 <= each.start - ends < NEAR_SESSION
            for each in led(self.text, self.language)
        )

    def _ahead_of(self, session: Session, pattern: str) -> bool:
        """Whether it stands before the number; the phrase may begin with words that do too."""
        begin = sheet()["not_a_number"][self.language]
        led_by = compiled(rf"(?:\b{begin}\b[\s,]*)*").match(session.text)
        place = session.start + (led_by.end() if led_by else 0)
        article = sheet()["article"][self.language]
        near = self.text[max(0, place - NEAR) : place]
        return bool(ahead(rf"(?:{pattern})\s*{article}?").search(near))

    def _whose(self, place: int) -> str:
        """The body that the same part of the sentence names, or the sentence, or who speaks."""
        before = self.text[:place]
        named = body_in(before.rsplit(",", 1)[-1], self.language) or body_in(before, self.language)
        return named.code if named else self.speaker
