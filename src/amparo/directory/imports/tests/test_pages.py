"""The pages of an import, as a browser gets them."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from amparo.access.home import home
from amparo.directory.imports.actions.starting import start
from amparo.directory.imports.models import ImportBatch
from amparo.directory.imports.queries import batches, rows_of
from amparo.directory.imports.tests.files import brought, looked, row, sheet
from amparo.directory.models import Service
from amparo.directory.queries import services
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
OVERVIEW = "/services/import/"
LIST = sheet([row(), row(id="8", kind="=zoo", confidential="yes", address="1 Hidden Lane")])


def post(client: Client, address: str, **data: object) -> str:
    answer = client.post(address, {"key": uuid4(), **data}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def get(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def at(name: str, batch: ImportBatch, *more: str) -> str:
    return reverse(f"directory:{name}", args=[batch.pk, *more])


def file(text: str = LIST, name: str = "list.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def sent_by(client: Client, text: str = LIST) -> tuple[str, ImportBatch]:
    html = post(client, OVERVIEW, source="Office", file=file(text))
    return html, batches()[0]


def test_a_list_is_sent_looked_at_and_brought_in(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    html, batch = sent_by(client)
    assert "1 new, 1 refused" in html
    assert "Write a code or a name that the list here has." in html
    assert "It has begun" in post(client, at("import_step", batch, "start"))
    assert "0 of 2 rows" in get(client, at("import_batch", batch))
    assert "1 new, 1 refused" in post(client, at("import_step", batch, "now"))
    assert services().count() == 1


def test_it_is_taken_back_after_a_question(cast: Cast, client_of: Browser) -> None:
    client, batch = client_of(cast.coordinator), brought(row(), by=cast.coordinator)
    assert "Take all of it back?" in get(client, at("import_undo", batch))
    assert services().exists()
    post(client, at("import_undo", batch))
    assert "taken back" in post(client, at("import_step", batch, "now"))
    assert not services().exists()


def test_a_form_sent_twice_makes_one_batch(cast: Cast, client_of: Browser) -> None:
    client, key = client_of(cast.coordinator), uuid4()
    for _ in range(2):
        post(client, OVERVIEW, source="Office", file=file(), key=key)
    assert batches().count() == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (("%PDF", "list.pdf"), "Send a sheet (.csv)"),
        (("name", "list.xlsx"), "not what its name says"),
        (("name,name\nx,y", "list.csv"), "Two columns have the same name"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_in_words(
    cast: Cast, client_of: Browser, sent: tuple[str, str], said: str
) -> None:
    client = client_of(cast.coordinator)
    assert said in post(client, OVERVIEW, source="Office", file=file(*sent))
    assert not batches().exists()


def test_columns_that_nobody_knows_are_asked_for(cast: Cast, client_of: Browser) -> None:
    client, text = client_of(cast.coordinator), "Sorte,name,region,organisation\nlegal_aid,A,QV01,B"
    html, batch = sent_by(client, text)
    assert "No column is known to be: Kind of service." in html
    page = at("import_columns", batch)
    assert "Not known. Its content was not kept." in get(client, page)
    columns = {"column_0": "kind", "column_1": "name_en", "column_2": "region"}
    assert "Say which column is “Organisation”" in post(client, page, **columns)
    columns |= {"column_3": "organisation"}
    assert "Choose the same file once more" in post(client, page, **columns)
    assert "1 new" in post(client, page, **columns, file=file(text))
    twice = columns | {"column_3": "kind"}
    assert "Two columns are “Kind of service”" in post(client, page, **twice, file=file(text))


def test_services_that_are_alike_are_asked_about(cast: Cast, client_of: Browser) -> None:
    files.service(cast, name_en="Aster House", kind="legal_aid", region="QV01", phone="+999 7")
    client, batch = client_of(cast.coordinator), looked(row(), by=cast.coordinator)
    assert "is it the same?" in get(client, at("import_batch", batch))
    html = get(client, at("import_duplicates", batch))
    assert "Here: Aster House, Legal aid, Vessarine" in html
    assert "1 new" in post(client, at("import_duplicates", batch), row_2="other")
    assert "1 unchanged" in post(client, at("import_every", batch), every="same")


def test_the_rows_to_mend_are_a_file_without_what_they_hold(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    _html, batch = sent_by(client)
    text = client.get(at("import_faults", batch)).content.decode("utf-8-sig")
    assert "zoo" not in text
    assert "Hidden" not in text
    head, *lines = csv.reader(io.StringIO(text))
    assert head == ["Row", "Number in the source", "Column", "What to do"]
    assert lines[0] == ["3", "8", "kind", "Write a code or a name that the list here has."]
    assert [line[2] for line in lines] == ["kind", "address"]


def test_no_page_shows_where_a_confidential_place_is(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    html, batch = sent_by(client)
    pages = [get(client, at(name, batch)) for name in ("import_batch", "import_columns")]
    assert not [page for page in (html, *pages, str(list(rows_of(batch).values())))
                if "Hidden Lane" in page]  # fmt: skip


def test_without_a_worker_it_may_be_done_at_once(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    batch = start(looked(row(), by=cast.coordinator), by=cast.coordinator)
    page = at("import_batch", batch)
    assert "Do it at once" not in get(client, page)
    with clock.at(clock.now() + timedelta(minutes=1)):
        html = get(client, page)
    assert "Do it at once" in html
    assert '<meta http-equiv="refresh"' in html
    assert '<progress max="1" value="0"' in html
    assert "1 new" in post(client, at("import_step", batch, "now"))


def test_what_a_worker_left_unfinished_may_be_begun_again(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    batch = start(looked(row(), by=cast.coordinator), by=cast.coordinator)
    ImportBatch.objects.filter(pk=batch.pk).update(rows_done=1, moved_at=clock.now())
    assert "Do it at once" not in get(client, at("import_batch", batch))
    with clock.at(clock.now() + timedelta(minutes=1)):
        assert "Do it at once" in get(client, at("import_batch", batch))
    assert "1 new" in post(client, at("import_step", batch, "now"))


def test_the_same_file_once_more_says_when_it_came(cast: Cast, client_of: Browser) -> None:
    brought(row(), by=cast.coordinator)
    html, _batch = sent_by(client_of(cast.coordinator), sheet([row()]))
    assert "This very file was brought in before" in html
    assert "No row of it would change anything." in html


@pytest.mark.parametrize("shape", ["csv", "xlsx", "zip"])
def test_the_list_goes_out_as_a_file(cast: Cast, client_of: Browser, shape: str) -> None:
    files.service(cast)
    answer = client_of(cast.coordinator).get(reverse("directory:export", args=[shape]))
    assert answer.status_code == 200
    assert f'services-{today()}.{shape}"' in answer.headers["Content-Disposition"]
    assert client_of(cast.coordinator).get("/services/import/export/exe/").status_code == 404


def test_accreditations_that_end_are_listed_where_the_bureau_looks(
    cast: Cast, client_of: Browser
) -> None:
    for name, days in (("Ended", -1), ("Soon", 59), ("Later", 90)):
        until = today() + timedelta(days=days)
        files.service(cast, name_en=name, slug=name.lower(), accredited_until=until)
    Service.objects.filter(name_en="Soon").update(assurer="Ministry", verified_on=today())
    client = client_of(cast.coordinator)
    for page in (OVERVIEW, reverse(home.__name__)):
        html = get(client, page)
        assert html.index("Ended") < html.index("Soon")
        assert "Later" not in html
    detail = get(client, reverse("directory:detail", args=["ended"]))
    assert "Accreditation ended on" in detail
    assert "by Ministry" in get(client, reverse("directory:detail", args=["soon"]))
    assert "Accreditations that end" not in get(client_of(cast.provider), reverse(home.__name__))


def test_a_batch_that_is_not_there_is_not_found(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    nowhere = reverse("directory:import_batch", args=[UUID(int=0)])
    assert client.get(nowhere).status_code == 404
    batch = looked(row(), by=cast.coordinator)
    assert client.post(at("import_step", batch, "nothing")).status_code == 404


def test_the_pages_speak_french(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    client.cookies["language"] = "fr"
    batch = looked(row(), row(id="8", kind="zoo"), by=cast.coordinator)
    answer = client.get(at("import_batch", batch), headers={"accept-language": "fr"})
    assert "1 nouveau, 1 refusé" in answer.content.decode()


def test_every_page_is_well_formed_and_names_no_part_twice(cast: Cast, client_of: Browser) -> None:
    files.service(cast, name_en="Aster House", kind="legal_aid", region="QV01")
    client, by = client_of(cast.coordinator), cast.coordinator
    _html, batch = sent_by(client)
    moving = start(looked(row(id="9", name_en="New"), by=by), by=by)
    done = brought(row(id="10", name_en="Newer"), by=by)
    pages = [
        OVERVIEW, at("import_batch", batch), at("import_columns", batch),
        at("import_duplicates", batch), at("import_batch", moving), at("import_batch", done),
        at("import_undo", done),
    ]  # fmt: skip
    for page in pages:
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(
            get(client, page)
        )
        parts = [each.get("id") for each in tree.iter() if each.get("id")]
        assert len(parts) == len(set(parts)), page
