"""A country's own codes, names and omissions, on pages, in rows and in figures."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.figures.models import Fact
from amparo.figures.tables import categories
from amparo.people.codes import choices, label, listed
from amparo.people.country import country
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.screening import questionnaire
from amparo.vocab import load as shipped
from amparo.vocab import names
from amparo.vocab.datafile import DataError
from amparo.vocab.ownlists import read_lists
from repo.sources import ROOT, SOURCE, product
from support import files
from support.cast import Cast

HALVANY = ROOT / "tests" / "packs" / "halvany"
Browser = Callable[[User], Client]


@pytest.fixture
def in_halvany(settings: Settings) -> None:
    settings.COUNTRY = HALVANY


@pytest.mark.usefixtures("in_halvany")
def test_a_list_has_what_the_country_adds_and_not_what_it_leaves_out() -> None:
    forms = [code for code, _ in choices("forms")]
    assert forms[1:3] == ["LABOUR", "SEA_DIVING"]
    assert forms[-3:] == ["STAGE", "OTHER", "UNKNOWN"]
    assert not {"SURROGACY", "SALT_WORKS"} & set(forms)
    assert dict(choices("services"))["legal_aid"] == "Advocate of the crown"
    assert listed("sex") is shipped("sex")


@pytest.mark.usefixtures("in_halvany")
def test_a_code_that_is_offered_no_more_keeps_its_name() -> None:
    assert label("forms", "SURROGACY") == "Exploitation of surrogacy"
    assert label("forms", "SALT_WORKS") == "Forced work in the salt works"


def test_another_country_knows_nothing_of_it() -> None:
    assert label("forms", "SEA_DIVING") == "SEA_DIVING"
    assert "SURROGACY" in dict(choices("forms"))
    assert label("services", "legal_aid") == "Legal aid"


@pytest.mark.usefixtures("in_halvany")
def test_standards_see_the_code_that_an_own_one_counts_as() -> None:
    forms = listed("forms")
    for standard in ("sdg", "glotip", "iccs"):
        assert forms.map("SEA_DIVING", standard) == forms.map("LABOUR", standard)


@pytest.mark.usefixtures("in_halvany")
def test_a_table_has_the_shipped_rows_and_counts_the_countrys_own_among_them(cast: Cast) -> None:
    case = files.opened(cast, forms=["SEA_DIVING"])
    assert case.forms == ["SEA_DIVING"]
    assert [fact.form for fact in Fact.objects.all()] == ["LABOUR"]
    assert categories()["form"] == shipped("forms").codes


@pytest.mark.usefixtures("in_halvany")
def test_what_was_stored_under_a_code_now_retired_is_shown_and_counted(
    cast: Cast, client_of: Browser
) -> None:
    case = files.opened(cast, forms=["SALT_WORKS"])
    page = client_of(cast.first_responder).get(f"/files/{case.reference}/").content.decode()
    assert "Forced work in the salt works" in page
    assert [fact.form for fact in Fact.objects.all()] == ["LABOUR"]


@pytest.mark.usefixtures("in_halvany")
def test_guidance_hears_the_code_that_an_own_one_counts_as() -> None:
    assert questionnaire.load().facts({"forms": ["SEA_DIVING"]}).forms == {"LABOUR"}


def test_the_questionnaire_offers_the_forms_of_the_country_at_hand(settings: Settings) -> None:
    def offered() -> set[str]:
        page = questionnaire.load().page("forms")
        return {option.code for option in page.options}

    assert "SEA_DIVING" not in offered()
    settings.COUNTRY = HALVANY
    assert "SEA_DIVING" in offered()
    assert "SURROGACY" not in offered()


@pytest.mark.usefixtures("in_halvany")
def test_an_own_service_stands_on_the_form_and_on_the_file(cast: Cast, client_of: Browser) -> None:
    case = files.received(cast)
    client = client_of(cast.manager_a)
    form = client.get(f"/referrals/files/{case.reference}/need/").content.decode()
    assert "Winter home of a village" in form
    assert "Livelihood" not in form
    with acting_as(cast.manager_a):
        record_need(
            case, by=cast.manager_a, kind="winter_home", urgency="weeks",
            region=next(iter(country().regions)),
        )  # fmt: skip
    page = client.get(f"/files/{case.reference}/").content.decode()
    assert "Winter home of a village" in page


def quoted() -> set[str]:
    """Every word in quotes in code, templates and data but the lists themselves."""
    found: set[str] = set()
    for path in (path for path in product() if "demo" not in path.parts):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    for kind in ("*.html", "*.toml"):
        for path in SOURCE.rglob(kind):
            if not {"tests", "demo", "lists"} & set(path.relative_to(SOURCE).parts):
                found |= set(re.findall(r"[\"'](\w+)[\"']", path.read_text(encoding="utf-8")))
    return found


def test_no_pack_leaves_out_a_code_that_the_product_itself_names() -> None:
    named, astray = quoted(), {}
    for name in names():
        if (keeps := shipped(name).keeps) is not None:
            astray[name] = (named & set(shipped(name).codes)) - keeps
    assert len(astray) == 23
    assert {name: codes for name, codes in astray.items() if codes} == {}  # add them to `keeps`


# The tables that are published have the rows of the shipped lists, in every country, and so have
# the sentences on where evidence may be found, and the rules of the match.
SHIPPED = {
    "figures/tables.py", "figures/views.py", "evidence/leads.py", "referrals/matching/rules.py",
}  # fmt: skip


def test_every_room_reads_the_lists_as_the_country_uses_them() -> None:
    bare = {
        str(path.relative_to(SOURCE))
        for path in product()
        if "vocab" not in path.parts
        and re.search(
            r"from amparo\.vocab(\.codelists)? import .*\bload\b|vocab import codelists",
            path.read_text(encoding="utf-8"),
        )
    }
    assert bare == SHIPPED


ITEM = '[[item]]\ncode = "HOUSE"\nen = "House"\nfr = "Maison"\ncites = ["S0 ¶5"]\n'


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("colours", "", "colours.toml: there is no such list; there are accessibility"),
        ("sex", "", "sex.toml: this list is the same in every country"),
        ("forms", ITEM, "forms.toml: item[HOUSE].counts_as: is missing (line 1)"),
        (
            "forms",
            f"{ITEM}counts_as = 'PEARLS'\n",
            "forms.toml: item[HOUSE].counts_as: 'PEARLS' is no code of the shipped list forms"
            " (line 6)",
        ),
        (
            "forms",
            ITEM.replace("HOUSE", "LABOUR"),
            "forms.toml: item[LABOUR].code: 'LABOUR' is shipped: use rename for another name of it"
            " (line 2)",
        ),
        (
            "forms",
            ITEM.replace("HOUSE", "A_HOUSE_WITH_TOO_MANY_ROOMS"),
            "forms.toml: item[A_HOUSE_WITH_TOO_MANY_ROOMS].code: 'A_HOUSE_WITH_TOO_MANY_ROOMS':"
            " write letters, digits and _, twenty at the most (line 2)",
        ),
        (
            "forms",
            f"{ITEM}counts_as = 'LABOUR'\nweight = 3\n",
            "forms.toml: item[HOUSE].weight: is not a key of this schema (line 7)",
        ),
        (
            "forms",
            f"{ITEM}counts_as = 'LABOUR'\n".replace("S0 ¶5", "S9 ¶5"),
            "forms.toml: item[HOUSE].cites: 'S9 ¶5' is no paragraph of the mandate (line 5)",
        ),
        (
            "forms",
            f"{ITEM}counts_as = 'LABOUR'\n".replace("Maison", "Mendicité forcée"),
            "forms.toml: item[HOUSE].fr: 'BEGGING' has this name already (line 4)",
        ),
        (
            "forms",
            '\nleaves_out = ["UNKNOWN"]\n',
            "forms.toml: leaves_out: the product itself names 'UNKNOWN': it stays (line 2)",
        ),
        (
            "forms",
            'leaves_out = ["PEARLS"]\n',
            "forms.toml: leaves_out: 'PEARLS' is no code of the list forms (line 1)",
        ),
        (
            "forms",
            '[[rename]]\ncode = "PEARLS"\nen = "Pearls"\nfr = "Perles"\n',
            "forms.toml: rename[PEARLS].code: 'PEARLS' is no code of the shipped list forms"
            " (line 2)",
        ),
    ],
)
def test_a_faulty_list_of_a_pack_is_told_with_file_entry_and_line(
    tmp_path: Path, name: str, body: str, message: str
) -> None:
    (tmp_path / f"{name}.toml").write_text(body, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        read_lists(tmp_path)
    assert str(refused.value).startswith(message)
