"""Everything that a file can hold of events, written as a click would."""

from amparo.cases.models import Case
from amparo.events.actions.missing import note_found
from amparo.events.actions.retrafficked import answer_episode
from amparo.events.actions.speaking import tell_anew
from amparo.events.actions.threat import answer_threat
from amparo.events.tests.steps import again, lost, speaks, threatened
from support.cast import Cast


def play_events(case: Case, cast: Cast, word: str) -> None:
    """Each kind of event, and how it was answered; `word` is in each sealed text."""
    by, done = cast.manager_a, ("plan", "police")
    missing = lost(case, by=by, last_seen=f"On Monday at the market of {word}.")
    note_found(case, missing.pk, by=by, how="came_back", note=f"{word} helped.")
    episode = again(case, by=by, note=f"They took her to {word}.")
    answer_episode(case, episode.pk, by=by, measures=done, note=f"Far from {word}.")
    threat = threatened(case, by=by, words=f"They said: we are in {word}.")
    answer_threat(case, threat.pk, by=by, measures=done, note=f"{word} is watched.")
    change = speaks(case, by=by)
    tell_anew(case, change.pk, by=by, language="fr", understood=True)
