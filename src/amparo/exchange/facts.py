"""What goes out and comes in again: the facts of a file, whichever system they stand in.

Where the standard has fewer words than we, a field of our own (`amp_`) says the rest. It counts
only while it agrees with the standard's field beside it: that one may have been corrected since.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from amparo.exchange import codes
from amparo.exchange.mapping import FILES, standard
from amparo.exchange.records import Row, joined, parted
from amparo.methods.names import EMAIL, PHONE
from amparo.people.codes import listed
from amparo.people.country import country, today

OF_NAME = {
    "prs_FirstName": "given_name", "prs_MiddleName": "other_names",
    "prs_SecondName": "family_name", "prs_IdentityNumber": "document",
}  # fmt: skip
REACHED_BY = ("prs_MobilePhone", "prs_HomePhone", "prs_Email")
BETWEEN_WAYS = "; "
AGES = ("adult", "child", "not_sure")
MOST_DEPENDANTS, OF_AGE = 20, 18


@dataclass(frozen=True)
class Facts:
    identity: Mapping[str, str] = field(default_factory=dict)
    sex: str = codes.UNKNOWN_SEX
    age_status: str = "not_sure"
    languages: tuple[str, ...] = ()
    dependants: int = 0
    forms: tuple[str, ...] = ()
    region: str = ""

    def known(self, name: str) -> str:
        return self.identity.get(name, "")


def written(facts: Facts) -> Row:
    """Each field that both goes out and comes in, as far as something is known."""
    found = {
        each.code: OUT[each.converter](facts, each.code)
        for each in standard().of_table(FILES)
        if each.way == "both"
    }
    return {code: text for code, text in found.items() if text}


def _identity(facts: Facts, code: str) -> str:
    return facts.known(OF_NAME[code])


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _language(facts: Facts, place: int) -> str:
    return codes.language_out(facts.languages[place]) if len(facts.languages) > place else ""


def _one(found: list[str], whole: str) -> str:
    """A contact that is one number or one address and nothing else; a text is no number."""
    return whole if found == [whole] else ""


OUT: Mapping[str, Callable[[Facts, str], str]] = {
    "identity": _identity,
    "birth_date": lambda facts, _: _day(facts.known("birth_date")),
    "sex": lambda facts, _: codes.said("sex", facts.sex),
    "first_language": lambda facts, _: _language(facts, 0),
    "second_language": lambda facts, _: _language(facts, 1),
    "email": lambda facts, _: _one(
        EMAIL.findall(facts.known("safe_contact")), facts.known("safe_contact")
    ),
    "phone": lambda facts, _: _one(
        PHONE.findall(facts.known("safe_contact")), facts.known("safe_contact")
    ),
    "exploitation": lambda facts, _: codes.said_all("forms", facts.forms),
    "own_forms": lambda facts, _: joined(facts.forms),
    "own_languages": lambda facts, _: joined(facts.languages),
    "own_age": lambda facts, _: facts.age_status,
    "own_dependants": lambda facts, _: str(facts.dependants),
    "own_region": lambda facts, _: facts.region,
    "own_contact": lambda facts, _: facts.known("safe_contact"),
    "own_birth": lambda facts, _: facts.known("birth_date"),
}


def taken(row: Row) -> Facts:
    """The facts that a row of the standard states; what it does not state stays unknown."""
    cells = {code: text.strip() for code, text in row.items()}
    identity = {
        **{name: cells.get(code, "") for code, name in OF_NAME.items()},
        "birth_date": _birth(cells),
        "safe_contact": _contact(cells),
    }
    return Facts(
        identity={name: text for name, text in identity.items() if text},
        sex=codes.sex_in(cells.get("prs_Gender", "")),
        age_status=_age(cells, identity["birth_date"]),
        languages=_languages(cells),
        dependants=_dependants(cells.get("amp_Dependants", "")),
        forms=_forms(cells),
        region=_region(cells.get("amp_Region", "")),
    )


def _birth(cells: Row) -> str:
    own, day = cells.get("amp_BirthDate", ""), cells.get("prs_Birthdate", "")
    return own if own and _day(own) == day else day


def _contact(cells: Row) -> str:
    own = cells.get("amp_SafeContact", "")
    ways = [cells[code] for code in REACHED_BY if cells.get(code)]
    agrees = own and all(way in own for way in ways)
    return own if agrees else BETWEEN_WAYS.join(dict.fromkeys(ways))


def _age(cells: Row, birth: str) -> str:
    """As stated; else a child where the date of birth says so, and not sure where it does not."""
    stated = cells.get("amp_AgeStatus", "")
    if stated in AGES:
        return stated
    return "child" if _day(birth) and _years(date.fromisoformat(birth)) < OF_AGE else "not_sure"


def _years(born: date) -> int:
    now = today()
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day))


def _languages(cells: Row) -> tuple[str, ...]:
    spoken = listed("languages")
    own = tuple(code for code in parted(cells.get("amp_Languages", "")) if code in spoken)
    stated = [cells.get("prs_PrimaryLanguage", ""), cells.get("prs_SecondaryLanguage", "")]
    if own and [codes.language_out(code) for code in own[:2]] == [s for s in stated if s]:
        return own
    found = (codes.language_in(text) for text in stated if text)
    return tuple(dict.fromkeys(code for code in found if code))


def _forms(cells: Row) -> tuple[str, ...]:
    stated, known = cells.get("vic_TypeOfExploitation", ""), listed("forms")
    own = tuple(code for code in parted(cells.get("amp_Forms", "")) if code in known)
    if own and set(parted(codes.said_all("forms", own))) == set(parted(stated)):
        return own
    return tuple(codes.forms_in(stated))


def _dependants(text: str) -> int:
    return min(int(text), MOST_DEPENDANTS) if text.isdecimal() and len(text) < 4 else 0


def _region(text: str) -> str:
    return text if text in country().regions else ""
