"""How a file that is sent is received: in memory, never in a temporary file on a disk."""

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers


class TooLarge(InMemoryUploadedFile):
    """A file larger than is taken: its name, so that the refusal can say it, and no content."""


class MemoryOnly(FileUploadHandler):
    """Keep up to settings.UPLOAD_MAX bytes of all files of a request together, and drop the rest.

    Django's own handlers write what is larger than a few megabytes to a disk, in clear.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held: io.BytesIO | None = io.BytesIO()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.taken += len(raw_data)
        if self.taken > settings.UPLOAD_MAX:
            self.held = None
        if self.held is not None:
            self.held.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        kind = InMemoryUploadedFile if self.held is not None else TooLarge
        held = self.held or io.BytesIO()
        held.seek(0)
        return kind(
            held, self.field_name, self.file_name, self.content_type, file_size, self.charset,
            self.content_type_extra,
        )  # fmt: skip
