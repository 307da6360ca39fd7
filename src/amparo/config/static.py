from pathlib import Path

from django.conf import settings
from django.core.management import call_command


def collect_stale() -> None:
    """Gather and compress the static files where one is newer than the last gathering."""
    manifest: Path = settings.STATIC_ROOT / "staticfiles.json"
    files = [path for path in settings.PACKAGE.glob("*/static/**/*") if path.is_file()]
    if manifest.exists() and manifest.stat().st_mtime > max(f.stat().st_mtime for f in files):
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
