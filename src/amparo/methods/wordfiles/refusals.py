"""Why a file gives no text, each in one sentence."""


class NotReadable(ValueError):
    """The file gives no text; the message says why.

    ``code`` is `unknown`, `empty`, `too_large`, `encrypted`, `scan`, `bomb` or `broken`, for
    whoever words the refusal on a screen.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def unknown() -> NotReadable:
    return NotReadable(
        "unknown", "The file is none of .txt, .docx, .pdf and .html, the kinds that are read here."
    )


def old_word() -> NotReadable:
    return NotReadable(
        "unknown", "The file is of an older word processor. Save it as .docx and send it again."
    )


def empty() -> NotReadable:
    return NotReadable("empty", "The file is empty.")


def too_large() -> NotReadable:
    return NotReadable("too_large", "The file is far larger than any resolution.")


def encrypted() -> NotReadable:
    return NotReadable(
        "encrypted", "The file is locked with a password. Save it without one and send it again."
    )


def scan() -> NotReadable:
    return NotReadable(
        "scan",
        "The file holds pictures of pages and no text. Copy the words of the resolution into a "
        "text file.",
    )


def bomb() -> NotReadable:
    return NotReadable("bomb", "The file unpacks to far more than a document holds.")


def broken() -> NotReadable:
    return NotReadable("broken", "The file is damaged, or it is not what its name says.")
