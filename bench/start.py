"""From nothing to a served page: a copy of the tree in a fresh folder, started twice.

Cold installs the packages, makes the database and founds the country; warm does none of it.
Memory is the proportional share (PSS) of every process of the copy, once the country is whole.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".tools", "var", "*.pyc", ".*_cache")
PORT = 8431
WHOLE = "The country is whole"


def served() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/demo/", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_for(ready: Callable[[], bool], process: subprocess.Popen[str]) -> float:
    """Seconds from the start of `process` until `ready()`."""
    start = psutil.Process(process.pid).create_time()
    while not ready():
        if process.poll() is not None:
            sys.exit("./run ended before it served a page")
        time.sleep(0.05)
    return time.time() - start


def started(folder: Path, log: Path) -> subprocess.Popen[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("AMPARO", "DATABASE"))}
    command = ["./run", "demo", "--port", str(PORT)]
    with log.open("w") as out:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=out, text=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, log = Path(name) / "amparo", Path(name) / "log"
        shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
        process = started(folder, log)
        print(f"cold: a page after {wait_for(served, process):.1f} s")
        print(f"cold: 300 files after {wait_for(lambda: WHOLE in log.read_text(), process):.1f} s")
        stop(process)
        process = started(folder, log)
        print(f"warm: a page after {wait_for(served, process):.1f} s")
        look_at_the_figures()
        print(f"memory of all processes: {memory_of_all(process):.0f} MB")
        stop(process)


def look_at_the_figures() -> None:
    """Sign in as the first person and open the page that loads the heaviest libraries."""
    base = f"http://127.0.0.1:{PORT}"
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    page = browser.open(f"{base}/demo/", timeout=60).read().decode()
    action = re.search(r'action="(/demo/[0-9a-f-]{36}/)"', page)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert action and token, "the page offers nobody to sign in as"
    form = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1]}).encode()
    request = urllib.request.Request(base + action[1], form, {"Origin": base})  # noqa: S310  our own
    browser.open(request, timeout=60).close()
    browser.open(f"{base}/figures/", timeout=120).close()


def memory_of_all(process: subprocess.Popen[str]) -> float:
    """The command with its children, and the database it started, which is no child of it."""
    members = {process.pid: psutil.Process(process.pid)}
    for member in psutil.Process(process.pid).children(recursive=True):
        members[member.pid] = member
    folder = str(Path(str(psutil.Process(process.pid).cwd())))
    for other in psutil.process_iter(["cmdline"]):
        if other.name() == "postgres" and any(folder in w for w in other.info["cmdline"] or []):
            members |= {m.pid: m for m in (other, *other.children(recursive=True))}
    return sum(member.memory_full_info().pss for member in members.values()) / 1e6


def stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.wait(timeout=60)


if __name__ == "__main__":
    main()
