"""What signing in leaves behind: codes used up, attempts counted, sessions, links to a sign-on."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from amparo.people.models import User


class UsedCode(models.Model):
    """A half minute whose code somebody has used: no code counts twice (RFC 6238, 5.2)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    counter = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "counter"], name="code_is_used_once")
        ]

    def __str__(self) -> str:
        return f"{self.user_id}/{self.counter}"


class Attempt(models.Model):
    """One try at a secret. `who` is a keyed hash: neither an address nor a network is kept."""

    kind = models.CharField(max_length=12)
    who = models.BinaryField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["kind", "who", "at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"


class Session(AbstractBaseSession):
    """A session in a browser. The key is a hash of the cookie's, the data sealed (ADR 38)."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    signed_in_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"{self.device} {self.signed_in_at}"


class Link(models.Model):
    """The account of a single sign-on that is somebody here: by issuer and subject alone."""

    user = models.ForeignKey(User, models.CASCADE, related_name="links")
    issuer = models.URLField(max_length=300)
    subject = models.CharField(max_length=255)  # OpenID Connect Core, 2: at most 255 characters
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="subject_is_one_person")
        ]

    def __str__(self) -> str:
        return f"{self.issuer} {self.subject}"
