"""Where browsers report what the content policy stopped: /policy-report/"""

import json
import logging
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

logger = logging.getLogger("amparo.content_policy")

LARGEST = 8192  # bytes
DIRECTIVES = frozenset(
    (
        "base-uri", "connect-src", "default-src", "font-src", "form-action", "frame-ancestors",
        "frame-src", "img-src", "manifest-src", "media-src", "object-src", "script-src",
        "script-src-attr", "script-src-elem", "style-src", "style-src-attr", "style-src-elem",
        "worker-src",
    )
)  # fmt: skip


@csrf_exempt
@require_POST
@login_not_required
def policy_report(request: HttpRequest) -> HttpResponse:
    """Write down which rule was broken and nothing else: a report holds addresses of pages."""
    if directive := _directive(request.read(LARGEST + 1)):
        logger.warning("A browser stopped what the content policy forbids: %s", directive)
    return HttpResponse(status=204)


def _directive(body: bytes) -> str:
    """One of DIRECTIVES, or nothing where the body is no report."""
    if len(body) > LARGEST:
        return ""
    try:
        told: Any = json.loads(body)
        report = told["csp-report"]
        rule = str(report.get("effective-directive") or report["violated-directive"]).split()[0]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return ""
    return rule if rule in DIRECTIVES else ""
