"""What can be asked of either interface, in an address or in a body."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from amparo.directory.hsds.queries import Wanted

# PostgreSQL takes no NUL in text.
Words = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
Code = Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9_-]*$")]
Codes = Annotated[list[Code], Field(max_length=20)]


class Asked(Schema):
    """A field that nobody knows is refused: a need that is misspelt would narrow nothing."""

    model_config = ConfigDict(extra="forbid")


class Paged(Asked):
    page: Annotated[int, Field(ge=1, le=100_000)] = 1
    per_page: Annotated[int, Field(ge=1, le=100)] = 25


class Searched(Paged):
    search: Words = ""


class Terms(Searched):
    taxonomy_id: UUID | None = None


class Listed(Paged):
    """`full`: everything that belongs to each; `minimal`: no more than its id, name and state."""

    full: bool = False
    minimal: bool = False
    organization_id: UUID | None = None


class Places(Searched):
    full: bool = False
    organization_id: UUID | None = None


class Services(Listed):
    """As the standard's own interface asks, of anybody."""

    search: Words = ""
    taxonomy_id: UUID | None = None
    taxonomy_term_id: UUID | None = None


class Needs(Listed):
    """What one person needs: it is sent in a body and stands in no address."""

    search: Words = ""
    kind: Code = ""
    region: Code = ""
    sex: Code = ""
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    languages: Codes = []
    dependants: bool = False
    accessibility: Codes = []
    form: Code = ""
    free: bool = False

    def wanted(self) -> Wanted:
        return Wanted(
            kind=self.kind, region=self.region, sex=self.sex, form=self.form, age=self.age,
            languages=tuple(self.languages), accessibility=tuple(self.accessibility),
            dependants=self.dependants, free=self.free,
        )  # fmt: skip
