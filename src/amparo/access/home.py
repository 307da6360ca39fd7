"""The home page: what is due today and what waits for me, one block per room that has some."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from amparo.access.policy import Act, may
from amparo.access.queries import is_locked
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, requires
from amparo.people.models import User


@dataclass(frozen=True)
class Block:
    """`context` gives the template what it shows; it is asked only for whoever may do `act`.

    None: this user has no such block, whatever their mandate.
    """

    title: str | Promise
    template: str
    context: Callable[[User], dict[str, Any] | None]
    act: Act
    order: int


_blocks: list[Block] = []


def register(block: Block) -> None:
    _blocks.append(block)
    _blocks.sort(key=lambda block: block.order)


@requires(Act.SEE_HOME)
def home(request: SignedInRequest) -> HttpResponse:
    standing = standing_of(request.user)
    blocks = [
        {"title": block.title, "template": block.template, **context}
        for block in _blocks
        if may(standing, block.act) and (context := block.context(request.user)) is not None
    ]
    return render(
        request, "access/home.html", {"blocks": blocks, "locked": is_locked(request.user)}
    )
