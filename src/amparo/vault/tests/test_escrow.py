"""Keys on paper: any three of five holders bring them back, two bring nothing, and nobody alone."""

import os
import random
import stat
from collections.abc import Iterator
from io import StringIO
from itertools import combinations
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings
from shamir_mnemonic import combine_mnemonics
from shamir_mnemonic.wordlist import WORDLIST

from amparo.audit.keyfile import key
from amparo.vault import escrow
from amparo.vault.drills import drill_keys
from amparo.vault.escrow import CannotRecover
from amparo.vault.provider import FileKeys
from amparo.vault.sheets import Sheet, WrongSheet, check, join, split

NAMES = ["audit.key", "epochs/2026-10", "epochs/2026-11", "second_factor.key"]


@pytest.fixture(autouse=True)
def folder(own_keys: Path, settings: Settings, tmp_path: Path) -> Path:
    settings.VAR = tmp_path
    for name in NAMES:
        key(name)
    return own_keys


@pytest.fixture
def private() -> X25519PrivateKey:
    made = X25519PrivateKey.generate()
    assert escrow.begin(made) == NAMES
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in NAMES}


def sheets_of(private: X25519PrivateKey, threshold: int = 3, shares: int = 5) -> list[Sheet]:
    return split(private, threshold=threshold, shares=shares)


def changed(sheet: Sheet, place: int, word: str) -> Sheet:
    words = list(sheet.words)
    words[place - 1] = word
    return Sheet(tuple(words))


# Two of the test vectors of SLIP-0039, a share of 128 bits and one of 256; their passphrase TREZOR.
VECTORS = {
    "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal"
    " husband erode duke ajar critical decision keyboard": "bb54aac4b89dc868ba37d9cc21b2cece",
    "theory painting academic academic armed sweater year military elder discuss acne wildlife"
    " boring employer fused large satoshi bundle carbon diagnose anatomy hamster leaves tracks"
    " paces beyond phantom capital marvel lips brave detect luck":
        "989baf9dcaad5b10ca33dfd8cc75e42477025dce88ae83e75a230086a0e00e92",
}  # fmt: skip


@pytest.mark.parametrize(("words", "secret"), VECTORS.items())
def test_words_are_read_as_the_standard_says(words: str, secret: str) -> None:
    assert combine_mnemonics([words], b"TREZOR").hex() == secret


def test_any_three_of_five_sheets_give_the_key_and_no_two_do(private: X25519PrivateKey) -> None:
    sheets = sheets_of(private)
    for some in combinations(sheets, 3):
        assert join(some).private_bytes_raw() == private.private_bytes_raw()
    assert join(sheets).private_bytes_raw() == private.private_bytes_raw()
    for few in combinations(sheets, 2):
        with pytest.raises(WrongSheet, match="3 sheets are needed, 2 were given"):
            join(few)


def test_any_threshold_can_be_chosen() -> None:
    @hypothesis_settings(max_examples=25)
    @given(st.data())
    def any_numbers(data: st.DataObject) -> None:
        shares = data.draw(st.integers(2, 16))
        threshold = data.draw(st.integers(2, shares))
        private = X25519PrivateKey.generate()
        sheets = sheets_of(private, threshold, shares)
        some = data.draw(st.permutations(sheets))[:threshold]
        assert join(some).private_bytes_raw() == private.private_bytes_raw()
        with pytest.raises(WrongSheet):
            join(some[:-1])

    any_numbers()


@pytest.mark.parametrize(("threshold", "shares"), [(1, 5), (0, 5), (6, 5), (3, 17), (-1, -1)])
def test_numbers_that_make_no_sense_are_refused(threshold: int, shares: int) -> None:
    with pytest.raises(ValueError, match="threshold"):
        sheets_of(X25519PrivateKey.generate(), threshold, shares)


def test_a_word_of_no_list_is_named_with_its_sheet_and_place(private: X25519PrivateKey) -> None:
    first, second, third, *_ = sheets_of(private)
    with pytest.raises(WrongSheet, match="Sheet 2, word 7: “zorvanela”"):
        join([first, changed(second, 7, "zorvanela"), third])


def test_one_word_taken_for_another_is_found_at_every_place(private: X25519PrivateKey) -> None:
    first, second, *_ = sheets_of(private, 2, 2)
    chance = random.Random(33)
    for place in range(1, 34):
        other = chance.choice([word for word in WORDLIST if word != second.words[place - 1]])
        with pytest.raises(WrongSheet, match=rf"Sheet 2: word {place} seems"):
            join([first, changed(second, place, other)])


def test_several_wrong_words_are_noticed_without_a_place(private: X25519PrivateKey) -> None:
    sheet = sheets_of(private)[0]
    words = tuple(reversed(sheet.words))
    with pytest.raises(
        WrongSheet, match=r"Sheet 4: (several words are|word \d+ seems to be) wrong"
    ):
        check(Sheet(words), 4)


def test_a_sheet_cut_short_or_of_another_key_or_given_twice_is_named(
    private: X25519PrivateKey,
) -> None:
    first, second, *_ = sheets_of(private)
    other = sheets_of(X25519PrivateKey.generate())[0]
    with pytest.raises(WrongSheet, match="Sheet 1 has 32 words; it must have 33"):
        join([Sheet(first.words[:-1])])
    with pytest.raises(WrongSheet, match="Sheet 3 is of another recovery key"):
        join([first, second, other])
    with pytest.raises(WrongSheet, match="Sheet 3 is the same as sheet 1"):
        join([first, second, first])
    with pytest.raises(WrongSheet, match="No sheet"):
        join([])


def test_every_key_is_restored_into_an_empty_folder(
    private: X25519PrivateKey, folder: Path, settings: Settings, tmp_path: Path
) -> None:
    settings.KEYS = tmp_path / "new machine"
    assert escrow.restore(private, folder / "escrow") == (NAMES, [])
    assert contents(settings.KEYS) == contents(folder)
    for path in [settings.KEYS, *settings.KEYS.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert escrow.restore(private, folder / "escrow") == ([], NAMES)


def test_a_key_that_is_another_one_is_never_overwritten(
    private: X25519PrivateKey, folder: Path
) -> None:
    (folder / "audit.key").write_bytes(os.urandom(32))
    (folder / "second_factor.key").unlink()
    with pytest.raises(CannotRecover, match="holds another key"):
        escrow.restore(private, folder / "escrow")
    assert not (folder / "second_factor.key").exists()


def test_the_folder_shows_no_key_and_escrow_opens_with_the_recovery_key_alone(
    private: X25519PrivateKey, folder: Path
) -> None:
    secrets = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    sealed = b"".join(p.read_bytes() for p in (folder / "escrow").rglob("*") if p.is_file())
    assert private.private_bytes_raw() not in b"".join(secrets)
    assert not [secret for secret in contents(folder).values() if secret in sealed]
    with pytest.raises(CannotRecover, match="another recovery key"):
        escrow.restore(X25519PrivateKey.generate(), folder / "escrow")


def test_a_sealed_key_moved_or_changed_does_not_open(
    private: X25519PrivateKey, folder: Path
) -> None:
    sealed = (folder / "escrow" / "audit.key").read_bytes()
    (folder / "escrow" / "second_factor.key").write_bytes(sealed)
    with pytest.raises(CannotRecover, match=r"second_factor\.key does not open"):
        dict(escrow.opened(private, folder / "escrow"))
    for position in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[position] ^= 1
        (folder / "escrow" / "audit.key").write_bytes(flipped)
        with pytest.raises(CannotRecover, match=r"audit\.key does not open"):
            dict(escrow.opened(private, folder / "escrow"))


def test_a_new_month_is_sealed_when_it_is_made_and_gone_when_it_is_destroyed(
    private: X25519PrivateKey, folder: Path
) -> None:
    FileKeys().new_epoch("2026-12")
    assert escrow.missing() == []
    december = (folder / "epochs" / "2026-12").read_bytes()
    assert dict(escrow.opened(private, folder / "escrow"))["epochs/2026-12"] == december
    FileKeys().destroy("2026-12")
    assert "epochs/2026-12" not in dict(escrow.opened(private, folder / "escrow"))
    assert not (folder / "escrow" / "epochs" / "2026-12").exists()


def test_a_key_that_a_kill_kept_out_of_escrow_is_noticed_and_sealed(
    private: X25519PrivateKey, folder: Path
) -> None:
    (folder / "escrow" / "audit.key").unlink()
    assert escrow.missing() == ["audit.key"]
    said = [each.id for each in run_checks()]
    assert "amparo.vault.W030" in said
    assert escrow.complete() == ["audit.key"]
    assert escrow.missing() == []
    assert contents(folder).items() <= dict(escrow.opened(private, folder / "escrow")).items()


def test_without_a_recovery_key_nothing_is_in_escrow_and_a_word_is_said(folder: Path) -> None:
    assert not (folder / "escrow").exists()
    assert escrow.missing() == []
    assert "amparo.vault.I031" in [each.id for each in run_checks()]


def test_a_new_recovery_key_makes_the_earlier_sheets_worthless(
    private: X25519PrivateKey, folder: Path
) -> None:
    (folder / "escrow" / "epochs" / "2020-01").write_bytes(b"of a key that is gone")
    later = X25519PrivateKey.generate()
    escrow.begin(later)
    with pytest.raises(CannotRecover):
        dict(escrow.opened(private, folder / "escrow"))
    assert sorted(dict(escrow.opened(later, folder / "escrow"))) == NAMES


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the holders will type, line after line."""
    lines: list[str] = []
    monkeypatch.setattr("builtins.input", lambda _: lines.pop(0))
    yield lines
    assert lines == [], "not everything that was typed was asked for"


def printed_sheets(said: str) -> list[str]:
    """The words of each printed sheet, in the order of their numbers."""
    sheets = []
    for block in said.split("=" * 78)[1:]:
        parts = [line.split() for line in block.splitlines() if line.startswith("   ")]
        numbered = [(int(row[i]), row[i + 1]) for row in parts for i in range(0, len(row), 2)]
        sheets.append(" ".join(word for _, word in sorted(numbered)))
    return sheets


def test_the_printed_sheets_typed_in_again_restore_a_lost_folder(
    folder: Path, settings: Settings, tmp_path: Path, typed: list[str]
) -> None:
    said = StringIO()
    files_before = set(tmp_path.rglob("*"))
    call_command("split_keys", stdout=said)
    sheets = printed_sheets(said.getvalue())
    assert [len(sheet.split()) for sheet in sheets] == [33] * 5
    on_disk = [p.read_bytes() for p in set(tmp_path.rglob("*")) - files_before if p.is_file()]
    assert not [word for word in sheets[0].split() if word.encode() in b"".join(on_disk)]

    settings.KEYS = tmp_path / "new machine"
    wrong = sheets[4].split()
    wrong[11] = "zorvanela"
    typed.extend([sheets[3].upper(), " ".join(wrong), f"  {sheets[4]} ", sheets[0]])
    told, errors = StringIO(), StringIO()
    call_command("join_keys", "--escrow", str(folder / "escrow"), stdout=told, stderr=errors)
    assert "4 keys restored" in told.getvalue()
    assert "Sheet 2, word 12" in errors.getvalue()
    assert contents(settings.KEYS) == contents(folder)
    assert escrow.missing() == []


def test_a_second_recovery_key_has_to_be_wanted(folder: Path) -> None:
    call_command("split_keys", stdout=StringIO())
    before = (folder / "recovery.pub").read_bytes()
    with pytest.raises(CommandError, match="--anew"):
        call_command("split_keys", stdout=StringIO())
    assert (folder / "recovery.pub").read_bytes() == before
    call_command("split_keys", "--anew", stdout=StringIO())
    assert (folder / "recovery.pub").read_bytes() != before


def test_joining_without_escrow_says_where_to_look(folder: Path) -> None:
    with pytest.raises(CommandError, match="--escrow"):
        call_command("join_keys", stdout=StringIO())


@pytest.mark.parametrize(("numbers", "sets"), [((3, 5), 10), ((2, 3), 3)])
def test_the_drill_tries_every_set_of_sheets_and_leaves_the_folder_alone(
    numbers: tuple[int, int], sets: int, folder: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    drill = drill_keys(*numbers)
    assert drill.passed
    assert (drill.keys, drill.restored, drill.refused) == (len(NAMES), sets, sets)
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert not list(tmp_path.glob("amparo-drill-*"))


def test_the_drill_prints_its_figures() -> None:
    said = StringIO()
    call_command("drill_keys", stdout=said)
    assert "10 of 10" in said.getvalue()
