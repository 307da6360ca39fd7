from pathlib import Path

from django.conf import settings
from django.core.management import call_command

# What lies beside the files that are served; nothing without a known ending is served.
NOT_SERVED = ["LICENSE", "*.md", "*.toml", "*.py", "*.map"]


def collect_stale() -> None:
    """Gather and compress the static files where one is newer than the last gathering."""
    manifest: Path = settings.STATIC_ROOT / "staticfiles.json"
    files = [path for path in settings.PACKAGE.glob("*/static/**/*") if path.is_file()]
    if manifest.exists() and manifest.stat().st_mtime > max(f.stat().st_mtime for f in files):
        return
    options = {"ignore_patterns": NOT_SERVED, "clear": True, "interactive": False}
    call_command("collectstatic", verbosity=0, **options)
