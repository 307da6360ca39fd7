"""The main pages, by who comes to them: each address under the name of its picture."""

from collections.abc import Callable, Mapping

from system.serving import House

NEWEST = """SELECT reference FROM cases_case WHERE identification = %s
    ORDER BY opened_at DESC LIMIT 1"""
OF_A_CHILD = """SELECT reference FROM cases_case WHERE age_status <> 'adult'
    AND identification NOT IN ('closed', 'not_referred', 'notified')
    ORDER BY opened_at DESC LIMIT 1"""
SHARED = """SELECT reference FROM cases_case
    JOIN access_grant AS given ON given.case_id = cases_case.id
    JOIN people_unit ON people_unit.id = given.unit_id
    WHERE slug = %s ORDER BY opened_at DESC LIMIT 1"""
# The file and the dossier of tests/system/inquiries.py, and the item that payments were read from.
DOSSIER = """SELECT reference, item_id, evidence_paymenttable.id
    FROM evidence_paymenttable JOIN justice_dossier USING (case_id)"""
NEED = "SELECT id FROM referrals_need ORDER BY at DESC LIMIT 1"
Pages = Mapping[str, str]
OF_THE_DIRECTORY: Pages = {
    "board": "/referrals/board/",
    "providers": "/referrals/providers/",
    "coverage": "/referrals/coverage/",
    "services": "/services/",
    "service": "/services/nestrelle-girls/",
    "services-import": "/services/import/",
}

OF_THE_COMMITMENTS: Pages = {
    "due-list": "/commitments/due/",
    "due-calendar": "/commitments/due/calendar/",
    "actions": "/commitments/actions/",
    "action-new": "/commitments/actions/new/",
    "institutions": "/commitments/institutions/",
    "institution-new": "/commitments/institutions/new/",
    "instruments": "/commitments/instruments/",
    "instrument": "/commitments/instruments/TIP-PROTOCOL/",
    "bond": "/commitments/instruments/TIP-PROTOCOL/bond/",
}


def main_pages(house: House, name: str) -> Pages:
    return PAGES[name](house)


def of_the_first_responder(house: House) -> Pages:
    return {
        "responder-home": "/",
        "screenings": "/screenings/",
        "screening-start": "/screenings/start/",
        "danger": "/screenings/danger/",
        "signal": "/files/signal/",
        "emergency": "/files/emergency/",
        "together": "/files/together/new/",
    }


def of_the_coordinator(house: House) -> Pages:
    reference = house.rows(NEWEST, "reflection")[0][0]
    child = house.rows(OF_A_CHILD)[0][0]
    need = house.rows(NEED)[0][0]
    file = f"/files/{reference}/"
    return {
        "home": "/",
        "files": "/files/",
        "queue": "/files/queue/",
        "queue-receive": "/files/queue/?queue=receive&all=1",
        "due": "/files/due/",
        "due-next": "/files/due/?when=next&whose=watched",
        "notices": "/files/notices/",
        "calendar": "/files/calendar/",
        "notifications": "/files/notifications/",
        "allegations": "/justice/non-punishment/",
        "emergencies": "/files/emergencies/",
        "find": "/files/find/",
        "bring-in": "/exchange/",
        "other-systems": f"{file}exchange/",
        "file": file,
        "child-route": f"/files/{child}/child/",
        "events": f"{file}events/",
        "event-missing": f"{file}events/missing/",
        "stay": f"{file}stay/",
        "stay-risks": f"{file}stay/risks/",
        "support": f"{file}support/",
        "support-assess": f"{file}support/assess/",
        "consent": f"{file}consent/",
        "identity": f"{file}identity/",
        "more-time": f"{file}clocks/protected_period/extend/",
        "measure": f"{file}measures/coercion_flagged/",
        "sharing": f"{file}sharing/",
        "holders": f"{file}holders/",
        "attachments": f"{file}attachments/",
        "copy": f"{file}copy/",
        "copy-others": f"{file}copy/others/",
        "looked": f"{file}looked/",
        "restrict": f"{file}restrict/",
        "erase": f"{file}erase/",
        "retention": "/retention/",
        "two-persons": "/two-persons/",
        "need": f"/referrals/files/{reference}/need/",
        "place": f"/referrals/needs/{need}/",
        **OF_THE_DIRECTORY,
    }


def of_the_case_manager(house: House) -> Pages:
    reference = house.rows(SHARED, "ombrevane-casework")[0][0]
    handed_over, _item, _table = house.rows(DOSSIER)[0]
    file = f"/files/{handed_over}/"
    return {
        "manager-home": "/",
        "manager-files": "/files/",
        "manager-due": "/files/due/",
        "manager-file": f"/files/{reference}/",
        "file-handed-over": file,
        "justice": f"{file}justice/",
        "justice-claim": f"{file}justice/claim/",
        "justice-words": f"{file}justice/words/",
        "non-punishment": f"{file}non-punishment/",
        "non-punishment-allege": f"{file}non-punishment/allege/",
        "links": f"{file}links/",
        "links-link": f"{file}links/link/",
        "duplicates": f"{file}duplicates/",
        "health": f"{file}health/",
        "health-add": f"{file}health/add/",
    }


def of_the_investigator(house: House) -> Pages:
    reference, item, table = house.rows(DOSSIER)[0]
    dossier, evidence = f"/justice/{reference}/", f"/evidence/{reference}/"
    return {
        "dossiers": "/justice/",
        "dossier": dossier,
        "proceedings": f"{dossier}proceedings/",
        "proceedings-new": f"{dossier}proceedings/proceeding/",
        "offenders": f"{dossier}offenders/",
        "offender-words": f"{dossier}offenders/words/",
        "offender-new": f"{dossier}offenders/offender/",
        "assets": f"{dossier}assets/",
        "asset-new": f"{dossier}assets/asset/",
        "matrix": f"{evidence}matrix/",
        "matrix-episode": f"{evidence}matrix/episode/",
        "items": f"{evidence}items/",
        "items-add": f"{evidence}items/add/",
        "item": f"{evidence}items/{item}/",
        "item-finding": f"{evidence}matrix/finding/{item}/",
        "item-custody": f"{evidence}matrix/custody/{item}/",
        "payments": f"{evidence}payments/",
        "payments-read": f"{evidence}items/{item}/payments/",
        "payments-flow": f"{evidence}payments/{table}/",
        "list-ask": f"{evidence}matrix/list/",
    }


def of_the_provider(house: House) -> Pages:
    return {
        "provider-home": "/",
        "desk": "/referrals/desk/",
        "our-services": "/services/ours/",
        "places": "/services/nestrelle-girls/places/",
    }


def of_the_panel(house: House) -> Pages:
    reference = house.rows(SHARED, "panel-decisions")[0][0]
    return {"panel-home": "/", "panel-due": "/files/due/", "decide": f"/files/{reference}/decide/"}


def of_the_statistician(house: House) -> Pages:
    return {
        "statistician-home": "/",
        "figures": "/figures/",
        "commitments": "/commitments/",
        **OF_THE_COMMITMENTS,
        "text": "/commitments/S0/",
        "paragraph": "/commitments/S0/5/",
        "compare": "/commitments/compare/S3/S2/",
        "lineage": "/commitments/lineage/",
    }


def of_the_auditor(house: House) -> Pages:
    return {
        "auditor-home": "/",
        "log": "/log/?check=1",
        "second-factor": "/account/second-factor/",
    }


PAGES: Mapping[str, Callable[[House], Pages]] = {
    "Inès": of_the_first_responder,
    "Adèle": of_the_coordinator,
    "Samir": of_the_case_manager,
    "Solène": of_the_investigator,
    "Greta": of_the_provider,
    "Hélène": of_the_panel,
    "Mira": of_the_statistician,
    "Étienne": of_the_auditor,
}
# Pages whose sealed part is opened on them, for a purpose: seen open too.
SEALED: Mapping[str, tuple[str, ...]] = {
    "Solène": ("items", "item", "payments-flow", "offender-words"),
    "Samir": ("justice-words", "duplicates", "health"),
}
OPEN: Pages = {
    "sign-in": "/demo/",
    "login": "/account/login/",
    "gallery": "/design/",
    "gallery-desk": "/design/desk/",
    "gallery-phone": "/design/phone/",
    "gallery-refused": "/design/refused/",
}
