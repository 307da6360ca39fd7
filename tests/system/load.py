"""Every address asked for and every form sent by everybody, over HTTP to a real server."""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from typing import Any

from django.urls import reverse

from system.browserless import Browserless
from system.serving import House, Server

MAKE = "from system.load import make; make()"
LAST = "administrator"
APART = ("account_", "mfa_", "set_language", "demo:", "design:", "usersessions", "openid", "social")
GUNICORN = (
    sys.executable, "-m", "gunicorn", "system.watched:application", "--bind", "127.0.0.1:PORT",
    "--threads", "8", "--worker-class", "gthread",
)  # fmt: skip


def make() -> None:
    """Inside the house: its world, and what is to be asked for and sent; printed as JSON."""
    from access.crawl import Crawler
    from access.forms import sent
    from access.world import make_world
    from amparo.config import static
    from repo.resolver import addresses
    from support import canaries
    from support.sealed import fully_written

    canaries.keep(Path(os.environ["AMPARO_CANARIES"]))
    static.collect_stale()
    world = make_world()
    fully_written(world.cast)
    crawler = Crawler(world)
    calls = [
        [
            reverse(address.name, kwargs=crawler.arguments(address)),
            _flat(sent(address.name, world.cast)),
        ]
        for address in addresses()
        if not address.name.startswith(APART)
    ]
    users = {name: str(user.pk) for name, user in world.cast.users.items()}
    print(json.dumps({"users": users, "calls": calls}))  # noqa: T201  read by who started it


def _flat(data: dict[str, Any]) -> dict[str, str]:
    """Of a form what goes over the line as text; files have tests of their own."""
    return {name: str(value) for name, value in data.items() if not hasattr(value, "read")}


def run(house: House, rounds: int) -> Counter[int]:
    """How many answers of each status came; 0 stands for none."""
    told = json.loads(house.runs("shell", "--verbosity", "0", "--command", MAKE))
    server = Server(house, GUNICORN)
    server.start()
    try:
        answers = Counter[int]()
        for _ in range(rounds):
            # Whoever keeps the accounts comes last: what they do shuts others out.
            for _name, user in sorted(told["users"].items(), key=lambda one: one[0] == LAST):
                answers += _tour(server, user, told["calls"])
        return answers
    finally:
        server.stop()


def _tour(server: Server, user: str, calls: list[tuple[str, dict[str, str]]]) -> Counter[int]:
    somebody = Browserless(server.port)
    answers = Counter[int]()
    try:
        somebody.signs_in(user)
    except AssertionError:  # an earlier tour has frozen or closed this account
        return answers
    for path, data in calls:
        for status in (_status(somebody.gets, path), _status(somebody.posts, path, data)):
            answers[status] += 1
            if status >= 500:
                print(f"  {status} at {path}")  # noqa: T201  for whoever runs the load
    return answers


def _status(ask: Callable[..., int], *what: object) -> int:
    try:
        return ask(*what)
    except (OSError, HTTPException):
        return 0
