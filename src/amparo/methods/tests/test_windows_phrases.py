"""When a phrase says that something is due. The Assembly speaks, on 17 December 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.windows import happened, read, register, windows

SAID_ON = date(2024, 12, 17)
CONGRESS = (
    "Décide que le quinzième Congrès se tiendra à Abou Dhabi du 25 au 30 avril 2026, avec des"
    " consultations préalables le 24 avril 2026 ;"
)


def codes(text: str, language: str, context: str = "") -> str:
    found = windows(
        text, "fr" if language == "fr" else "en", speaker="GA", said_on=SAID_ON, context=context
    )
    return " ".join(each.window.code for each in found) or "none"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Requests the Secretary-General to submit to the General"
         " Assembly at its eighty-first session a report",
         "session:GA81"),
        ("Calls upon States to ratify the Convention by 31 December 2027", "by:2027-12-31"),
        ("to be held in Abu Dhabi from 25 to 30 April 2026", "on:2026-04-25/2026-04-30"),
        ("Requests the Secretary-General to report biennially", "every:2y"),
        ("Requests the Secretary-General to submit a report at its"
         " eighty-first session and every two years thereafter",
         "every:2y from:GA81"),
        ("Requests the Secretary-General to report within six"
         " months of the adoption of the present resolution",
         "within:6m from:2024-12-17"),
        ("Requests the Secretary-General to report to the Council within 90 days", "within:90d"),
        ("Urges States to become parties as soon as possible", "asap"),
        ("Urges States to do so as a matter of priority", "priority"),
        ("Recalling its resolution 64/293 of 30 July 2010", "none"),
        ("Recalling the Supplementary Convention of 1956 and"
         " the 2030 Agenda for Sustainable Development",
         "none"),
        ("Urges States to implement the 2030 Agenda for Sustainable Development by 2030",
         "by:2030"),
        ("Decides to convene a high-level meeting in September 2027", "on:2027-09"),
        ("Decides to extend until 9 July 2025 the mandate of the Panel of Experts",
         "until:2025-07-09"),
        ("Requests the Panel to provide a final report to the Council no later than 15 March 2025",
         "by:2025-03-15"),
        ("an interim report by September 1, 2025, a final report by February 1, 2026",
         "by:2025-09-01 by:2026-02-01"),
        ("Decides that the World Day shall be observed every year on 30 July", "yearly:07-30"),
        ("Invites the Commission on Crime Prevention and Criminal"
         " Justice to hold discussions between sessions",
         "between-sessions:CCPCJ"),
        ("Requests the Office, subject to the availability of extrabudgetary resources, to help",
         "funds"),
        ("Requests the SG to include information in his next report to the Human Rights Council",
         "next-report:HRC"),
        ("Requests the Secretary-General to keep the Council updated and to brief it every 60 days",
         "every:60d"),
        ("Welcomes the meeting held in Vienna on 3 and 4 June 2024", "none"),
        ("Decides to remain seized of the matter", "none"),
        ("to report thereon to the Commission at its session"
         " following the meeting of the expert group",
         "session:GA after:expert-group"),
        ("for the biennium 2026–2027", "on:2026/2027"),
        ("before the end of 2026", "by:2026-12-31"),
        ("Notes with appreciation the report of the Secretary-General"
         " on the work of its seventy-ninth session",
         "none"),
        ("Decides to consider the question at its eighty-second session under the item entitled",
         "session:GA82"),
        ("Decides to hold a panel discussion at its next session", "session:GA80"),
        ("on an annual basis, starting at its eighty-first session", "every:1y from:GA81"),
        ("the third session of the committee, from 3 to 7 March 2025", "on:2025-03-03/2025-03-07"),
        ("at its eightieth and eighty-first sessions", "session:GA80 session:GA81"),
        ("annually until 2030", "every:1y until:2030"),
        ("the International Decade for People of African Descent (2015–2024)", "none"),
        ("Requests the Secretary-General to submit a report to the Council by the end of May 2026",
         "by:2026-05-31"),
        ("Requests the Secretary-General to provide a written update in 30"
         " days of adoption of this resolution and every 30 days thereafter",
         "within:30d from:2024-12-17 every:30d"),
        ("no later than 30 days before the expiry of its mandate", "none"),
        ("Encourages States to observe the Day on 2 April each year", "yearly:04-02"),
        ("Decides that the mandate shall run for a period of three years", "none"),
    ],
)  # fmt: skip
def test_when_it_is_due_in_english(text: str, code: str) -> None:
    assert codes(text, "en") == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("avant la fin de 2026", "by:2026-12-31"),
        ("d'ici à 2030", "by:2030"),
        ("d'ici à la fin de 2030", "by:2030-12-31"),
        ("Invite les États à agir d'ici 2030", "by:2030"),
        ("au plus tard le 1er juin 2009", "by:2009-06-01"),
        ("résolution 64/293 du 30 juillet 2010", "none"),
        ("ses résolutions 61/180 du 20 décembre 2006, 63/194"
         " du 18 décembre 2008 et 64/178 du 18 décembre 2009",
         "none"),
        ("le Programme de développement durable à l'horizon 2030", "none"),
        ("tous les quatre ans à compter de sa soixante-douzième session", "every:4y from:GA72"),
        ("Prie le Secrétaire général de lui faire rapport tous les deux ans à partir de 2026",
         "every:2y from:2026"),
        ("Décide de célébrer chaque année, le 30 juillet, la Journée mondiale", "yearly:07-30"),
        ("dans les six mois suivant l'adoption de la présente résolution",
         "within:6m from:2024-12-17"),
        ("dans un délai de quatre-vingt-dix jours", "within:90d"),
        ("à titre prioritaire", "priority"),
        ("Prie l'Office de continuer de fournir une assistance", "none"),
        ("Décide de rester saisi de la question", "none"),
        ("sous réserve des ressources disponibles", "none"),
        ("les recommandations qu'il a formulées dans son rapport", "none"),
        ("à la conférence, après la réunion", "after:meeting"),
        ("dans son prochain rapport à l'Assemblée générale", "next-report:GA"),
        ("Proroge jusqu'au 31 mai 2026 le mandat", "until:2026-05-31"),
        ("du 24 au 30 avril 2026", "on:2026-04-24/2026-04-30"),
        ("les 27 et 28 septembre 2027", "on:2027-09-27/2027-09-28"),
        ("Se félicite de la réunion tenue à Vienne le 3 juin 2024", "none"),
        ("Rappelant sa résolution 1325 (2000) du 31 octobre 2000", "none"),
        ("présenter un rapport annuel", "every:1y"),
        ("dans son rapport annuel au Conseil des droits de l'homme", "next-report:HRC"),
    ],
)  # fmt: skip
def test_when_it_is_due_in_french(text: str, code: str) -> None:
    assert codes(text, "fr") == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Invite les États à se rendre au quinzième Congrès", "on:2026-04-25/2026-04-30"),
        ("Prie les États de conclure avant le début du quinzième Congrès", "before:2026-04-25"),
        ("Invite les États à engager les préparatifs du quinzième Congrès", "before:2026-04-25"),
        ("Décide que le débat aura lieu les deux premiers jours du Congrès",
         "on:2026-04-25/2026-04-26"),
        ("Prie le Secrétaire général de faire rapport sur les préparatifs du quinzième Congrès",
         "none"),
        ("Prend note des préparatifs du quinzième Congrès", "none"),
        ("Invite les États à participer au seizième Congrès", "none"),
    ],
)  # fmt: skip
def test_a_meeting_whose_days_the_document_fixes_is_a_date(text: str, code: str) -> None:
    assert codes(text, "fr", CONGRESS) == code
    assert codes(text, "fr") == "none"


def test_a_session_of_nobody_known_has_no_number() -> None:
    assert codes("to report to the Commission at its thirty-fourth session", "en") == "session:"


def test_the_same_in_english() -> None:
    held = "Decides that the Fifteenth Congress shall be held from 25 to 30 April 2026"
    text = "Invites Governments to be represented at the Fifteenth United Nations Congress"
    assert codes(text, "en", held) == "on:2026-04-25/2026-04-30"


def test_what_was_is_told_apart_from_what_is_due() -> None:
    text = "Note la réunion tenue le 3 juin 2024, et prie l’Office d’agir avant le 1er mai 2026"
    assert codes(text, "fr") == "before:2026-05-01"
    assert [each.window.code for each in happened(text, "fr", SAID_ON)] == ["on:2024-06-03"]


def test_the_register_keeps_what_was_only_where_nothing_is_asked() -> None:
    told = "Rappelle la réunion tenue le 3 juin 2024"
    found = register(told, "fr", said_on=SAID_ON)
    assert [each.window.code for each in found] == ["on:2024-06-03"]
    assert register(f"{told}, et prie l’Office d’agir", "fr", said_on=SAID_ON) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rappelant que la Conférence s’est tenue le 3 juin 2024", "fr"),
        ("Se félicitant de la réunion du 13 au 15 mai 2013", "fr"),
        ("Recalling the meeting held from 13 to 15 May 2013", "en"),
        ("Welcoming the convening, on 27 September 2017, of a meeting", "en"),
    ],
)
def test_a_preamble_has_no_date_even_where_nobody_says_when_it_was(
    text: str, language: str
) -> None:
    assert windows(text, "fr" if language == "fr" else "en") == []


def test_a_date_without_the_day_of_the_text_is_taken_at_its_word() -> None:
    found = windows("Decides to meet on 3 June 2024", "en")
    assert [each.window.code for each in found] == ["on:2024-06-03"]


TEXTS = st.lists(
    st.sampled_from([
        "le", "1er", "31 février 2026", "3 juin 2026", "session", "à sa", "tous les", "quatre ans",
        "du 25 au 30 avril 2026", "0 mai 2026", "99 mai 2026", "by", "within", "0 days", "2030",
        "before", "the end of", "every", "year", "from",
        "31 juin", "chaque année", "\n", "  ", "la réunion", "après",
    ]) | st.text(max_size=8),
    max_size=40,
).map(" ".join)  # fmt: skip


@given(TEXTS, st.sampled_from(["fr", "en"]))
def test_no_text_makes_it_fail_and_each_window_is_where_it_says(text: str, language: str) -> None:
    found = windows(text, "fr" if language == "fr" else "en", speaker="GA", said_on=SAID_ON)
    for each in found:
        assert read(each.window.code) == (each.window,)
        printed = text[each.start :].replace("\n", " ").lstrip()
        assert printed.startswith(each.text.lstrip()[:1])
