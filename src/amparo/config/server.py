"""The web server: gunicorn with threads, in a process of its own."""

import os
import signal
import subprocess
import sys
from typing import NoReturn

from django.conf import settings


def start(address: str, *, workers: int, threads: int) -> subprocess.Popen[bytes]:
    """Start serving in a process of its own; a SIGTERM to this one ends it too."""
    command = [
        sys.executable, "-m", "gunicorn", "amparo.config.wsgi:application",
        "--bind", address, "--workers", str(workers), "--threads", str(threads),
        "--worker-class", "gthread", "--worker-tmp-dir", str(settings.VAR),
        "--log-level", "warning", "--logger-class", "amparo.config.logs.ServerLog",
        "--pythonpath", str(settings.PACKAGE.parent),
    ]  # fmt: skip
    child = subprocess.Popen(command, env=os.environ)  # noqa: S603  our own words

    def stop(*_: object) -> NoReturn:
        child.terminate()
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    return child


def start_worker() -> subprocess.Popen[bytes]:
    """Start what does the periodic work; it ends with this process, however that ends."""
    command = [sys.executable, str(settings.ROOT / "manage.py"), "worker", "--until-eof"]
    return subprocess.Popen(command, env=os.environ, stdin=subprocess.PIPE)  # noqa: S603  our own words


def wait(child: subprocess.Popen[bytes]) -> int:
    """Its exit code, once it ends or is told to. A first Ctrl-C ends it in good order."""
    try:
        return child.wait()
    except KeyboardInterrupt:
        return child.wait()
