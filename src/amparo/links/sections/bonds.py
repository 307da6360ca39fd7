from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reader, Section, Way
from amparo.design.parts import Row
from amparo.links.files import link_to
from amparo.links.models import Link
from amparo.links.queries import links_of, merging_of
from amparo.links.words import bond


def section(reader: Reader) -> Section:
    """Of a link to a file that the reader may not see, nothing is here: not even that it is."""
    links = links_of(reader.case, reader.standing)
    ways = [] if merging_of(reader.case) else reader.ways("link")
    return Section(
        _("Links"), "users", [_row(reader, link, ways) for link in links],
        _("No link to another file that you may see."), ways,
    )  # fmt: skip


def _row(reader: Reader, link: Link, ways: list[Way]) -> Row:
    ways = ways and reader.way("link-end", link.pk)
    return Row(bond(link), link_to(link.beside(reader.case)), change=ways[0].href if ways else "")
