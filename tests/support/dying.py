"""A key provider whose process is killed in the middle of its work, as a power cut does it."""

import os
import signal

from amparo.vault.provider import FileKeys


class DyingKeys(FileKeys):
    """Kills its own process at the unwrap that AMPARO_TEST_DIES_AT names."""

    count = 0

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        self.count += 1
        if self.count == int(os.environ["AMPARO_TEST_DIES_AT"]):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().unwrap(epoch, wrapped, context)
