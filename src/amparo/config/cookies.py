from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class HostMessages(CookieStorage):
    """Messages in a cookie that only this very host can set. They are fixed sentences, no names."""

    cookie_name = "__Host-messages" if settings.HTTPS else "messages"
