from django.utils.translation import gettext as _

from amparo.cases.files import link_to
from amparo.cases.pages.parts import Reader, Section, Way
from amparo.design.parts import Row
from amparo.links.models import Link
from amparo.links.queries import links_of, merged_into
from amparo.links.words import bond


def section(reader: Reader) -> Section:
    """Of a link to a file that the reader may not see, nothing is here: not even that it is."""
    links, ways = links_of(reader.case, reader.standing), reader.ways("link")
    rows = [_row(reader, link, ways) for link in links]
    return Section(
        _("Links"), "users", [*rows, *_carried_on(reader)],
        _("No link to another file that you may see."), ways,
    )  # fmt: skip


def _row(reader: Reader, link: Link, ways: list[Way]) -> Row:
    ways = ways and reader.way("link-end", link.pk)
    return Row(bond(link), link_to(link.beside(reader.case)), change=ways[0].href if ways else "")


def _carried_on(reader: Reader) -> list[Row]:
    """Of the files that are continued in this one: they are about the same person."""
    return [
        Row(bond(link), link_to(link.beside(row.case)))
        for row in merged_into(reader.case).visible_to(reader.standing)
        for link in links_of(row.case, reader.standing)
        if link.beside(row.case) != reader.case
    ]
