"""What one person may not do alone: somebody proposes it, somebody else decides, within 72 hours.

A room registers a kind of deed with what it does (`register`), and proposes instead of acting.
Source: security design, 3.1; OWASP ASVS 5.0, 2.3.5.
"""

from amparo.access.two_persons.actions import approve, propose, refuse, withdraw
from amparo.access.two_persons.kinds import Kind, register
from amparo.access.two_persons.models import Proposal

__all__ = ["Kind", "Proposal", "approve", "propose", "refuse", "register", "withdraw"]
