"""A store of files that speaks S3, by obstore: each file is one object, put whole or not at all.

Every call ends within a bounded time. Asking whether a file is there, and taking one away, may happen while a row is
locked, and so may take shorter than moving its bytes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from wizard.files.interface import NAME, NoBucketError, StoreAwayError, StoreFailsError, StoreRefusesError
from wizard.files.rest import Rest

if TYPE_CHECKING:
    from obstore.store import ClientConfig

SHORT_SECONDS = 3.0
CONNECT_SECONDS = 3.0
TRIES_MORE = 2
ANSWERED = "status code"
"""Stands in what obstore says where there was an answer at all."""
AT_ONCE = 1000
"""As many names as S3 tells at a time."""
TRIED = "ready"
"""The object that is written to see whether one can be; it stays, and is nobody's."""
REGION = "us-east-1"
"""What most stores that speak S3 call the only one they have."""


@dataclass(frozen=True)
class Access:
    """By what a bucket is reached."""

    endpoint: str
    region: str
    key_id: str
    secret: str
    certificates: str = ""
    """PEM of those who vouch for the store, where it is not one of the world's."""
    seconds: float = 20.0
    """So long it may say nothing while bytes are moved."""


class S3:
    """As ``FileStore``, in a bucket and under a prefix of it."""

    def __init__(self, bucket: str, prefix: str, access: Access) -> None:
        self._bytes = _client(bucket, prefix, access, access.seconds)
        self._short = _client(bucket, prefix, access, min(access.seconds, SHORT_SECONDS))
        self._rest = Rest()

    def put(self, name: str, content: bytes) -> None:
        with self._asked(bucket_only=True):
            obstore.put(self._bytes, name, content, use_multipart=False)

    def get(self, name: str) -> bytes:
        with self._asked():
            return obstore.get(self._bytes, name).bytes().to_bytes()

    def has(self, name: str) -> bool:
        try:
            with self._asked():
                obstore.head(self._short, name)
        except FileNotFoundError:
            return False
        return True

    def delete(self, name: str) -> None:
        try:
            with self._asked():
                obstore.delete(self._short, name)
        except FileNotFoundError:
            return

    def names(self, before: datetime | None = None) -> Iterator[list[str]]:
        with self._asked(bucket_only=True):
            for some in obstore.list(self._bytes, chunk_size=AT_ONCE):
                ours = (one for one in some if NAME.fullmatch(one["path"]))
                yield [one["path"] for one in ours if before is None or one["last_modified"] < before]

    def clear_unfinished(self, before: datetime) -> int:  # noqa: ARG002 -- an object is whole or not there
        return 0

    @contextmanager
    def filling(self) -> Iterator["S3"]:
        """They are there one after the other, and go again if anything goes wrong: no row speaks of them yet."""
        try:
            yield self
        except BaseException:
            for names in list(self.names()):
                for name in names:
                    self.delete(name)
            raise

    def try_out(self) -> None:
        with self._asked(bucket_only=True):
            obstore.put(self._short, TRIED, b"ready", use_multipart=False)

    @contextmanager
    def _asked(self, *, bucket_only: bool = False) -> Iterator[None]:
        """Whatever obstore says as an ``OSError`` without its text, which quotes the address and what was answered."""
        with self._rest.asked():
            try:
                yield
            except FileNotFoundError as error:
                of_bucket = bucket_only or "NoSuchBucket" in str(error)
                raise (_fault(str(error)) if of_bucket else FileNotFoundError()) from error
            except BaseError as error:
                raise _fault(str(error)) from error


def _fault(said: str) -> OSError:
    """By the status that stands in obstore's text; of a list it has no error of its own for any."""
    if "404 Not Found" in said:
        return NoBucketError()
    if "403 Forbidden" in said or "401 Unauthorized" in said:
        return StoreRefusesError()
    return StoreFailsError() if ANSWERED in said else StoreAwayError()


def _client(bucket: str, prefix: str, access: Access, seconds: float) -> S3Store:
    options: ClientConfig = {
        "allow_http": access.endpoint.startswith("http://"),  # sound_settings says where that may be
        "connect_timeout": timedelta(seconds=min(seconds, CONNECT_SECONDS)),
        "read_timeout": timedelta(seconds=seconds),
        "timeout": timedelta(seconds=3 * seconds),
    }
    if access.certificates:
        options["root_certificate"] = access.certificates
    return S3Store(
        bucket,
        prefix=prefix or None,
        endpoint=access.endpoint,
        region=access.region or REGION,
        access_key_id=access.key_id,
        secret_access_key=access.secret,
        virtual_hosted_style_request=False,
        disable_bulk_delete=True,
        client_options=options,
        retry_config={
            "max_retries": TRIES_MORE,
            "retry_timeout": timedelta(seconds=seconds),
            "backoff": {"init_backoff": timedelta(milliseconds=100), "max_backoff": timedelta(seconds=1)},
        },
    )
