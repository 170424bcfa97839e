"""The pages' templates, compiled once for all applications of the tests' process."""

from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache


class _Kept(BytecodeCache):
    """As Jinja's own, in memory; a template that was changed is compiled anew."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


KEPT = _Kept()
