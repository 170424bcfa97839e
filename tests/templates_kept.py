"""The pages' templates, compiled once for all applications of the tests' process and of the programs it forks."""

import atexit
import shutil
import tempfile
from functools import cache
from types import CodeType

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache


@cache
def folder() -> str:
    """Where they lie as long as the tests' process runs."""
    made = tempfile.mkdtemp(prefix="veiviser-templates-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


class _Kept(FileSystemBytecodeCache):
    """As Jinja's own, in memory too; a template that was changed is compiled anew."""

    def __init__(self) -> None:
        super().__init__(folder())
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))
        if not bucket.code:
            super().load_bytecode(bucket)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        super().dump_bytecode(bucket)
        self._remember(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


@cache
def kept() -> BytecodeCache:
    return _Kept()


def find_templates(where: str) -> None:
    """Every application of this process finds its templates there, as far as another has compiled them."""
    Flask.jinja_options = {"bytecode_cache": FileSystemBytecodeCache(where)}
