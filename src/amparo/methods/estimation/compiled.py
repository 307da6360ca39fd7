"""Machine code for what is computed millions of times (ADR 64).

Only modules whose name begins with `kernel_` import this one, and they are imported inside the
functions that need them: numba costs a second, and a web process that never estimates never pays.
"""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import numba

Kernel = TypeVar("Kernel", bound=Callable[..., object])
# Where a system's own place for caches is another, it says so here.
CACHES = "XDG_CACHE_HOME"


def cache_folder() -> Path | None:
    """A folder of ours that nobody else can write in, never among the sources; or None.

    What lies in it is loaded as code: a folder that others can write in is not used.
    """
    home = os.environ.get(CACHES) or "~/.cache"
    folder = Path(home).expanduser() / "amparo" / "compiled"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError):
        return None
    found = folder.stat()
    is_ours = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    is_closed = os.name != "posix" or not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return folder if is_ours and is_closed and os.access(folder, os.W_OK) else None


def _configure() -> bool:
    """Whether what was compiled is kept. Who set NUMBA_CACHE_DIR is obeyed."""
    if os.environ.get("NUMBA_CACHE_DIR"):
        return True
    folder = cache_folder()
    if folder is not None:
        setattr(numba.config, "CACHE_DIR", str(folder))  # noqa: B010  numba's types know no settings
    return folder is not None


KEPT = _configure()


def compiled(function: Kernel) -> Kernel:
    """Sums keep their order (no fast-math), so that a result is the same each time."""
    return cast(Kernel, numba.njit(cache=KEPT, nogil=True, error_model="numpy")(function))
