import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from amparo.commitments.actions import load_asks
from amparo.commitments.datafiles import TEXTS
from amparo.commitments.models import Ask, Paragraph, Place
from amparo.commitments.queries import asks, clauses, documents, paragraphs

S0 = TEXTS / "s0-ccpcj-2018-children-digital.fr.txt"
RECIPE = """Tarte aux pommes

1. Épluchez six pommes et coupez-les en quartiers.
2. Étalez la pâte dans un moule beurré.
3. Faites cuire quarante minutes à four chaud.
"""
IN_ENGLISH = """The General Assembly,

Recalling its resolution 55/25 of 15 November 2000,

1. Invites Member States to establish national referral mechanisms;

2. Requests the Secretary-General to report on the application of the present resolution.
"""


def load(folder: Path) -> tuple[str, str]:
    """What the command printed, and what it said of refused files."""
    printed, refused = StringIO(), StringIO()
    try:
        call_command("load_texts", str(folder), stdout=printed, stderr=refused)
    except CommandError as error:
        refused.write(str(error))
    return printed.getvalue(), refused.getvalue()


def test_the_five_texts_give_121_operative_paragraphs(loaded: str) -> None:
    assert paragraphs().operative().count() == 121
    assert loaded.splitlines() == [
        "S0: 7 operative paragraphs",
        "S1: 13 operative paragraphs",
        "S2: 22 operative paragraphs",
        "S3: 14 operative paragraphs",
        "S4-I: 27 operative paragraphs",
        "S4-II: 5 operative paragraphs",
        "S4-III: 12 operative paragraphs",
        "S4-IV: 10 operative paragraphs",
        "S4-V: 11 operative paragraphs",
        "S4-D: 3 decisions",
    ]


def test_each_paragraph_stands_beside_an_ask(loaded: str) -> None:
    asked_of = {(ask.document_id, ask.whole) for ask in asks()}
    assert len(asks()) == 136
    asking = paragraphs().exclude(place=Place.PREAMBLE)
    assert {(p.document_id, p.number) for p in asking} == asked_of


def test_the_preambles_are_kept_with_their_127_paragraphs(loaded: str) -> None:
    assert paragraphs().preambular().count() == 127


def test_every_clause_hangs_on_an_ask_of_its_own_paragraph(loaded: str) -> None:
    verbs = {p.verb.split()[0] for p in paragraphs().operative()}
    assert {clause.verb.split()[0] for clause in clauses().filter(nth=1)} & verbs
    assert not [ask for ask in asks() if not ask.clauses.all() and not ask.document.holds_decisions]


def test_loading_twice_changes_nothing(loaded: str) -> None:
    def stored() -> list[tuple[object, ...]]:
        return [*Paragraph.objects.order_by("pk").values_list(), *asks().values_list()]

    before = stored()
    printed, _ = load(TEXTS)
    assert stored() == before
    assert all(line.endswith(", unchanged") for line in printed.splitlines())


def test_a_recipe_is_refused_by_name_and_the_rest_is_kept(tmp_path: Path, db: None) -> None:
    shutil.copy(S0, tmp_path / "b.txt")
    (tmp_path / "tarte.txt").write_text(RECIPE, encoding="utf-8")
    printed, refused = load(tmp_path)
    assert printed == "S0: 7 operative paragraphs\n"
    assert "tarte.txt: refused. The text has no numbered operative paragraph" in refused
    assert "Refused files: 1. Nothing of them was kept." in refused
    assert {p.document_id for p in paragraphs()} == {"S0"}


def test_a_file_is_known_by_what_it_says_and_not_by_its_name(tmp_path: Path, db: None) -> None:
    for number, file in enumerate(sorted(TEXTS.glob("*.txt"), reverse=True)):
        shutil.copy(file, tmp_path / f"{number}.dat")
    _, refused = load(tmp_path)
    assert refused == ""
    assert paragraphs().operative().count() == 121


def test_another_version_of_a_text_is_refused_and_the_first_stays(
    tmp_path: Path, loaded: str
) -> None:
    text = S0.read_text(encoding="utf-8").replace("Prie instamment", "Invite", 1)
    (tmp_path / "s0.txt").write_text(text, encoding="utf-8")
    before = list(paragraphs().values_list())
    _, refused = load(tmp_path)
    assert "It has the title of S0, but not its 7 operative paragraphs" in refused
    assert list(paragraphs().values_list()) == before


def test_a_corrected_file_replaces_the_words_of_before(tmp_path: Path, loaded: str) -> None:
    text = S0.read_text(encoding="utf-8").replace("refuge", "abri", 1)
    (tmp_path / "s0.txt").write_text(text, encoding="utf-8")
    printed, _ = load(tmp_path)
    fifth = paragraphs().filter(document="S0").numbered("5")
    assert printed == "S0: 7 operative paragraphs\n"
    assert fifth and "offrant un abri, une protection" in fifth.text
    assert paragraphs().operative().count() == 121


def test_the_same_text_in_two_files_is_refused(tmp_path: Path, db: None) -> None:
    shutil.copy(S0, tmp_path / "a.txt")
    shutil.copy(S0, tmp_path / "b.txt")
    _, refused = load(tmp_path)
    assert "b.txt: refused. Another file has given S0 already." in refused


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (IN_ENGLISH.encode(), "not in French"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 40, "not plain text"),
        (b"", "empty"),
        (b"1. " * 1_000_000, "larger than any resolution"),
    ],
    ids=["english", "picture", "empty", "huge"],
)
def test_what_is_no_text_of_ours_is_refused_with_its_reason(
    tmp_path: Path, db: None, content: bytes, reason: str
) -> None:
    (tmp_path / "file.txt").write_bytes(content)
    _, refused = load(tmp_path)
    assert refused.startswith("file.txt: refused.") and reason in refused
    assert not paragraphs().exists()


def test_an_unknown_resolution_is_refused_by_its_title(tmp_path: Path, db: None) -> None:
    text = S0.read_text(encoding="utf-8").replace("la protection des enfants", "le sort des mers")
    (tmp_path / "mers.txt").write_text(text, encoding="utf-8")
    assert "Nothing is known here of a resolution with the title" in load(tmp_path)[1]


def test_a_folder_without_files_is_said_to_be_one(tmp_path: Path, db: None) -> None:
    assert "holds no text" in load(tmp_path)[1]
    assert "is no folder" in load(tmp_path / "absent")[1]


def test_the_asks_become_again_what_the_files_say(asked: None) -> None:
    Ask.objects.filter(document="S0", number="5").update(text_en="Something else.")
    Ask.objects.create(
        document=documents().get(pk="S0"), number="99", whole="99", position=3,
        addressees_en=["Nobody"], addressees_fr=["Personne"],
    )  # fmt: skip
    load_asks()
    assert asks().count() == 136
    assert "referral" in asks().get(document="S0", number="5").text_en
