"""What `./run doctor` says, and what `./run serve` will not start with."""

from django.conf import settings
from django.core.checks import ERROR, CheckMessage, run_checks

# Django's own advice on headers and cookies is followed wholly or the product does not start.
STRICT = "security."


def findings() -> list[CheckMessage]:
    """Everything that a room's checks find missing or unsafe, the gravest first."""
    found = run_checks(include_deployment_checks=not settings.DEMO, databases=["default"])
    heard = [each for each in found if not each.is_silenced()]
    return sorted(heard, key=lambda each: (-each.level, str(each.id)))


def stops(message: CheckMessage) -> bool:
    return message.level >= ERROR or str(message.id).startswith(STRICT)


def said(message: CheckMessage) -> str:
    """One line, and one with the cure."""
    kind = "MEND" if stops(message) else "LOOK"
    cure = f"\n      {message.hint}" if message.hint else ""
    return f"{kind}  {message.msg} ({message.id}){cure}"
