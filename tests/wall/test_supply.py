"""Every part of others is known by name, version and checksum, and comes from its own place."""

import re
import sys
import tomllib
from importlib.metadata import distribution, packages_distributions

import pytest

from repo.sources import ROOT
from wall.test_code import imports

WEB, DEV = ((ROOT / "requirements" / f"{name}.txt").read_text() for name in ("web", "dev"))
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
HASHED = re.compile(r"[A-Za-z0-9._-]+(\[[^\]]*\])?==\S+ .*--hash=sha256:[0-9a-f]{64}")
ELSEWHERE = re.compile(r"^\s*(--?(extra-)?index|--find-links|-e\b|git\+|https?:)", re.MULTILINE)
# Only for who develops: their presence in production would be something more to attack.
TOOLS = {"pytest", "mypy", "ruff", "playwright", "hypothesis", "mutmut", "django-stubs", "djade"}


def known(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(text: str) -> dict[str, set[str]]:
    """Some have a version for each version of Python."""
    found: dict[str, set[str]] = {}
    for name, version in PINNED.findall(text):
        found.setdefault(known(name), set()).add(version)
    return found


def imported() -> set[str]:
    """The packages of others that the product imports, the cutter of style sheets left out."""
    tops = {name.split(".")[0] for path, _, name in imports() if path.name != "sheets.py"}
    return tops - set(sys.stdlib_module_names) - {"amparo"}


@pytest.mark.asvs("15.1.2")
def test_every_package_that_the_product_imports_is_listed_in_the_version_that_runs() -> None:
    listed, providers = pinned(WEB), packages_distributions()
    for top in imported():
        names = {known(name) for name in providers[top]}
        (name,) = names & listed.keys() or {f"{top} is not in requirements/web.txt"}
        assert distribution(name).version in listed[name]


@pytest.mark.asvs("15.1.2")
def test_what_was_carried_in_by_hand_is_listed_with_licence_and_checksum() -> None:
    told = tomllib.loads((ROOT / "src/amparo/design/vendored.toml").read_text())["file"]
    for each in told:
        assert each["version"] and each["licence"] and len(each["sha256"]) == 64


@pytest.mark.asvs("15.2.4")
@pytest.mark.parametrize("text", [WEB, DEV], ids=["web", "dev"])
def test_nothing_is_installed_but_what_has_the_listed_checksum(text: str) -> None:
    lines = [line.strip() for line in text.replace("\\\n", " ").splitlines()]
    for line in (each for each in lines if each and not each.startswith("#")):
        assert HASHED.match(line), line
    assert not ELSEWHERE.search(text)
    run = (ROOT / "run").read_text()
    assert run.count("--require-hashes") == 2 and "--no-build" in run
    assert "amparo" not in pinned(text), "no name of ours could be taken elsewhere"


@pytest.mark.asvs("15.2.3")
def test_production_installs_no_tool_for_testing() -> None:
    assert not TOOLS & pinned(WEB).keys()
    assert pinned(DEV).keys() >= TOOLS
