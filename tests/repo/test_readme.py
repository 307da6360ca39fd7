"""The README starts the product (style, 1): its blocks are run, in a copy of this repository."""

import http.client
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.core.management import get_commands, load_command_class

from access.database import copy_of
from amparo.config import embedded
from amparo.demo.load import LOADED
from repo.sources import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
DATABASE = f"readme_{os.getpid()}"
PREFIX = Path(sys.prefix)
MARK = "INSERT INTO audit_receipt (key, actor, at) VALUES (%s, %s, now())"


def lines() -> list[list[str]]:
    """Each command of the README's sh blocks, as words."""
    assert README.exists(), "README.md is missing: nobody can start the product."
    text = "".join(BLOCK.findall(README.read_text(encoding="utf-8")))
    found = [shlex.split(line, comments=True) for line in text.splitlines()]
    return [words for words in found if words]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy in which everything is installed already: the installing is CI's own first step."""
    copy = tmp_path / "amparo"
    for name in ("src", "requirements"):
        shutil.copytree(ROOT / name, copy / name)
    for name in ("run", "manage.py", "pyproject.toml"):
        shutil.copy(ROOT / name, copy)
    installed = copy / ".venv"
    installed.mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (installed / name).symlink_to(PREFIX / name)
    for name in ("web", "dev"):
        shutil.copy(copy / "requirements" / f"{name}.txt", installed / f"installed-{name}.txt")
    return copy


@pytest.fixture
def loaded(cluster: embedded.Cluster, migrated: str) -> Iterator[dict[str, str]]:
    """The environment of a second start: a database that is marked as loaded."""
    with copy_of(migrated, cluster, DATABASE):
        with psycopg.connect(cluster.url(embedded.OWNER, DATABASE)) as owner:
            owner.execute(MARK, [LOADED, LOADED])
        yield {
            "PATH": f"{PREFIX / 'bin'}:{os.environ['PATH']}",
            "AMPARO_DEMO": "1",
            "DATABASE_URL": cluster.url(embedded.WEB, DATABASE),
            "DATABASE_OWNER_URL": cluster.url(embedded.OWNER, DATABASE),
        }


@contextmanager
def running(words: list[str], folder: Path, environment: dict[str, str]) -> Iterator[int]:
    """The product, started by a command of the README; gives the port that it answers on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["sh", *(words if len(words) > 1 else [*words, "demo"]), "--port", str(port)]
    process = subprocess.Popen(command, cwd=folder, env=environment)
    try:
        while not answers(port):
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=0.2)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def test_the_first_command_is_run_alone() -> None:
    assert lines()[0] == ["./run"], "The README begins with ./run."


def test_every_command_takes_the_arguments_that_the_readme_gives_it() -> None:
    for words in lines():
        assert words[0] == "./run", f"{words}: nothing proves this line, put it in a text block."
        name, *arguments = words[1:] or ["demo"]
        assert name in get_commands(), f"./run {name} is no command."
        command = load_command_class(get_commands()[name], name)
        assert command.create_parser("run", name).parse_args(arguments)


def test_run_without_a_command_serves_the_demonstration(
    checkout: Path, loaded: dict[str, str]
) -> None:
    assert 'manage.py "${@:-demo}"' in (checkout / "run").read_text()
    with running(lines()[0], checkout, loaded) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", "/demo/")
        response = connection.getresponse()
        page = response.read().decode()
        connection.close()
    assert response.status == 200
    assert "<h1" in page


def test_run_reaches_every_other_command_of_the_readme(
    checkout: Path, loaded: dict[str, str]
) -> None:
    for name in {words[1] for words in lines() if len(words) > 1}:
        command = ["sh", "./run", name, "--help"]
        asked = subprocess.run(
            command, cwd=checkout, env=loaded, capture_output=True, text=True, check=False
        )
        assert asked.returncode == 0, asked.stderr
        assert name in asked.stdout
