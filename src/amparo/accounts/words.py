from django.utils.translation import ngettext


def failed_before(count: int) -> str:
    """Said at the next sign-in, for the person alone can tell whether it was they."""
    return ngettext(
        "Since you last signed in, %(count)s attempt with your address failed. Was that not you?"
        " Then change your password and tell whoever keeps the accounts.",
        "Since you last signed in, %(count)s attempts with your address failed. Was that not you?"
        " Then change your password and tell whoever keeps the accounts.",
        count,
    ) % {"count": count}
