"""The two interfaces as files: a change to what programs were promised shows in the diff."""

import json
from pathlib import Path

from django.conf import settings

from amparo.directory.api import own, public
from amparo.directory.api.interface import described

FOLDER = Path(settings.ROOT) / "docs" / "reference"


def snapshots() -> dict[Path, str]:
    interfaces = {"openapi-public.json": public.api, "openapi-services.json": own.api}
    return {
        FOLDER / name: json.dumps(described(api), indent=1, ensure_ascii=False) + "\n"
        for name, api in interfaces.items()
    }
