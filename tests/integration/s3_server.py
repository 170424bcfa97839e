"""A throwaway store that speaks S3, as a process on 127.0.0.1 that can be frozen, killed and started anew."""

import json
import shutil
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Self

import httpx

from tests.integration.s3_program import BUCKET
from tests.running_site import free_port
from wizard.files.s3 import S3, Access


class S3Server:
    """Started on entering, gone on leaving. All that it keeps is in its memory."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._keys, self._mood = folder, folder / "keys", folder / "mood"
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        shutil.rmtree(self._folder)

    def start(self) -> None:
        self._mood.write_text("")
        program = [sys.executable, "-m", "tests.integration.s3_program"]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*program, str(self.port), self._keys, self._mood], stdout=log, stderr=log
            )
        end = time.monotonic() + 120
        while not self._answers():
            assert time.monotonic() < end, (self._folder / "log").read_text()
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/moto-api/", trust_env=False).is_success
        except httpx.TransportError:
            return False

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()

    def freeze(self, *, again: bool = False) -> None:
        """It takes connections and answers nothing; ``again`` lets it go on."""
        assert self._process
        self._process.send_signal(signal.SIGCONT if again else signal.SIGSTOP)

    def is_full(self, *, full: bool = True) -> None:
        self._mood.write_text("full" if full else "")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def settings(self, seconds: float = 2) -> dict[str, str]:
        """As a site is told of it, with a place of its own in the bucket."""
        return {
            "VEIVISER_FILES": f"s3://{BUCKET}/{uuid.uuid4().hex}",
            "VEIVISER_FILES_ENDPOINT": self.url,
            "VEIVISER_FILES_KEY_ID": self.key["key_id"],
            "VEIVISER_FILES_SECRET": self.key["secret"],
            "VEIVISER_FILES_SECONDS": str(seconds),
        }

    @property
    def key(self) -> dict[str, str]:
        told: dict[str, str] = json.loads(self._keys.read_text())
        return told

    def store(
        self, prefix: str, *, bucket: str = BUCKET, key_id: str = "", secret: str = "", seconds: float = 2
    ) -> S3:
        own = self.key
        access = Access(self.url, "", key_id or own["key_id"], secret or own["secret"], seconds=seconds)
        return S3(bucket, prefix, access)
