"""The product as gunicorn serves it, some days from now: a period of weeks ends within a story."""

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from amparo.config.wsgi import application as of_today
from amparo.methods import clock

LATER = timedelta(days=int(os.environ["AMPARO_DAYS_LATER"]))


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    with clock.at(datetime.now(UTC) + LATER):
        answer: Iterable[bytes] = of_today(environ, start)
        return answer
