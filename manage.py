"""Start here: ./run calls this file with a command's name."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
NO_DATABASE = {"asvs", "lock", "messages", "cut_sheet", "help", "test", "check", "estimate"}


def main() -> None:
    sys.path.insert(0, str(ROOT / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amparo.config.settings")
    from amparo.config import embedded

    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    # With a file to check, the check of the log needs nothing else.
    offline = command in NO_DATABASE or (command == "verify_audit" and len(sys.argv) > 2)
    if "DATABASE_URL" not in os.environ and not offline:
        embedded.start(Path(os.environ.get("AMPARO_VAR", ROOT / "var")) / "postgres").export()

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
