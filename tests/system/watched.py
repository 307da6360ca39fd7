"""The product as gunicorn serves it, with each text it seals kept aside (see support.canaries)."""

import os
from pathlib import Path

from support import canaries

canaries.keep(Path(os.environ["AMPARO_CANARIES"]))

from amparo.config.wsgi import application  # noqa: E402, F401  gunicorn takes it from here
