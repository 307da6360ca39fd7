"""The main pages, by who comes to them."""

from system.serving import House

NEWEST = """SELECT reference FROM cases_case WHERE identification = %s
    ORDER BY opened_at DESC LIMIT 1"""
SHARED = """SELECT reference FROM cases_case
    JOIN access_grant AS given ON given.case_id = cases_case.id
    JOIN people_unit ON people_unit.id = given.unit_id
    WHERE slug = %s ORDER BY opened_at DESC LIMIT 1"""
NEED = "SELECT id FROM referrals_need ORDER BY at DESC LIMIT 1"


def main_pages(house: House, name: str) -> tuple[str, ...]:
    return PAGES[name](house)


def of_the_first_responder(house: House) -> tuple[str, ...]:
    return ("/", "/screenings/", "/screenings/start/", "/screenings/danger/")


def of_the_coordinator(house: House) -> tuple[str, ...]:
    reference = house.rows(NEWEST, "reflection")[0][0]
    file = f"/files/{reference}/"
    need = house.rows(NEED)[0][0]
    return (
        "/", "/files/", file, f"{file}consent/", f"{file}identity/",
        f"{file}measures/letter_issued/", f"{file}copy/", f"{file}copy/others/",
        f"{file}looked/", f"{file}restrict/", f"{file}erase/", "/retention/",
        f"/referrals/files/{reference}/need/", f"/referrals/needs/{need}/", "/referrals/board/",
        "/services/", "/services/nestrelle-girls/",
    )  # fmt: skip


def of_the_provider(house: House) -> tuple[str, ...]:
    return ("/", "/referrals/desk/", "/services/ours/", "/services/nestrelle-girls/places/")


def of_the_panel(house: House) -> tuple[str, ...]:
    reference = house.rows(SHARED, "panel-decisions")[0][0]
    return ("/", f"/files/{reference}/decide/")


def of_the_statistician(house: House) -> tuple[str, ...]:
    return ("/", "/figures/", "/commitments/", "/commitments/S0/", "/commitments/S0/5/")


def of_the_auditor(house: House) -> tuple[str, ...]:
    return ("/", "/log/?check=1", "/account/second-factor/")


PAGES = {
    "Inès": of_the_first_responder,
    "Adèle": of_the_coordinator,
    "Greta": of_the_provider,
    "Hélène": of_the_panel,
    "Mira": of_the_statistician,
    "Étienne": of_the_auditor,
}
OPEN = (
    "/demo/",
    "/account/login/",
    "/design/",
    "/design/desk/",
    "/design/phone/",
    "/design/refused/",
)
