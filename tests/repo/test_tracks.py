"""The tracks of a file, drawn into the docs from the machine itself."""

from pathlib import Path

from django.utils import translation

from amparo.cases.machine import MOVES, State, Track, states_of
from repo.sources import ROOT

FILE = ROOT / "docs" / "reference" / "tracks.md"
HEAD = """# The four tracks of a file

Drawn by a test from `src/amparo/cases/machine.py`; change that file, not this one. The tracks run
beside each other: protection waits for no police, and no decision holds up support. An arrow names
the act that somebody's mandate must allow (`src/amparo/access/policy.py`). Dotted: only back to
where the file stood before. Thick: one person proposes it, a second one decides.
"""


def drawn() -> str:
    with translation.override("en"):
        return "\n".join([HEAD, *(_track(track) for track in Track)])


def _track(track: Track) -> str:
    lines = [f"## {track.label}", "", "```mermaid", "flowchart TD", "    start((not begun))"]
    lines += [f'    {state}["{State(state).label}"]' for state in states_of(track)]
    for move in MOVES[track]:
        line = "-.->" if move.back else "==>" if move.two else "-->"
        lines += [f"    {s or 'start'} {line}|{move.act}| {move.state}" for s in move.sources]
    return "\n".join([*lines, "```", ""])


def test_the_docs_show_the_machine_as_it_is() -> None:
    """Where they differ the file is drawn anew, so that the next run finds it as it should be."""
    wanted, found = drawn(), FILE.read_text() if FILE.exists() else ""
    if found != wanted:
        Path(FILE).write_text(wanted)
    assert found == wanted, "docs/reference/tracks.md was drawn anew: look at it and commit it."
