"""What a pack says of clocks, against the tracks that the product has."""

from pathlib import Path

from django.conf import settings
from django.core.checks import run_checks

from amparo.cases.clocks.rules import faults
from amparo.people.country import country

FILE = settings.COUNTRY / "clocks.toml"


def changed(folder: Path, old: str, new: str) -> Path:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    file = folder / "clocks.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def test_the_pack_at_hand_names_only_states_of_its_tracks() -> None:
    assert list(faults(FILE)) == []
    assert not [found for found in run_checks() if found.id == "amparo.cases.E001"]


def test_a_state_that_no_track_has_is_told_with_its_line(tmp_path: Path) -> None:
    file = changed(tmp_path, 'starts = ["signal"]', 'starts = ["whistle"]')
    line = file.read_text().splitlines().index('starts = ["whistle"]') + 1
    assert [str(fault) for fault in faults(file)] == [
        "clocks.toml: clock[triage].starts: 'whistle' is no state of the track 'identification'"
        f" (line {line})"
    ]


def test_a_track_that_there_is_not_is_told(tmp_path: Path) -> None:
    (fault,) = faults(changed(tmp_path, 'track = "identification"', 'track = "leisure"'))
    assert "clock[triage].track: 'leisure' is no track of a file" in str(fault)


def test_every_clock_of_the_pack_that_starts_ends_when_the_person_withdraws_or_later() -> None:
    for rule in country().clocks.values():
        assert bool(rule.starts) == bool(rule.ends)
        assert not set(rule.starts) & set(rule.ends)
