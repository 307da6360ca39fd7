"""The machine: what others can read, free disk, the country, a browser for the tests."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Warning, register

OTHERS = stat.S_IRWXG | stat.S_IRWXO
LOW, FULL = 1024**3, 100 * 1024**2  # bytes free


@register(deploy=True)
def secrets_are_closed(**_: Any) -> list[CheckMessage]:
    return [*_secret_file(), *_mail(), *_hosts(), *_country()]


@register()
def machine_is_ready(**_: Any) -> list[CheckMessage]:
    return [*_disk(), *_browser()]


def _is_open(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_mode & OTHERS)


def _secret_file() -> Iterator[CheckMessage]:
    path = Path(os.environ.get("SECRET_KEY_FILE", ""))
    if path.name and _is_open(path):
        yield Error(f"{path} is open to other users.", f"chmod 600 {path}", id="amparo.M01")


def _mail() -> Iterator[CheckMessage]:
    if _is_open(folder := settings.EMAIL_FILE_PATH):
        told = f"{folder} is open to other users: it holds messages to people."
        yield Error(told, f"chmod -R go= {folder}", id="amparo.M02")


def _hosts() -> Iterator[CheckMessage]:
    if any(host.startswith(("*", ".")) for host in settings.ALLOWED_HOSTS):
        told = "ALLOWED_HOSTS lets in names that nobody has listed."
        yield Error(told, "Name each host: ALLOWED_HOSTS=amparo.example", id="amparo.M03")


def _country() -> Iterator[CheckMessage]:
    if settings.COUNTRY == settings.PACKAGE / "demo" / "country":
        told = "The country is the demonstration's, which does not exist."
        yield Error(told, "Set AMPARO_COUNTRY to the folder of your pack.", id="amparo.M04")


def _disk() -> Iterator[CheckMessage]:
    for folder in (settings.VAR, settings.KEYS):
        there = next(each for each in (folder, *folder.parents) if each.exists())
        free = shutil.disk_usage(there).free
        if free < LOW:
            kind = Error if free < FULL else Warning
            told = f"{free // 1024**2} MiB are free where {folder} is."
            yield kind(told, "Make room: without it nothing can be saved.", id="amparo.M05")


def _browser() -> Iterator[CheckMessage]:
    if settings.DEMO and not shutil.which("chromium"):
        told = "There is no Chromium: the tests in a browser are skipped."
        yield Info(told, "apt-get install chromium", id="amparo.M06")
