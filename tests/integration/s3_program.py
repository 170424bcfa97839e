"""A store that speaks S3, as a process of its own: moto's, which checks who asks and keeps all in memory.

``python -m tests.integration.s3_program PORT KEYS MOOD``: it writes the key that it knows to the file KEYS, and
answers each PUT as a store without room while ``full`` stands in the file MOOD.
"""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from moto import settings
from moto.iam.models import iam_backends
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from werkzeug.serving import WSGIRequestHandler, run_simple

ACCOUNT, REGION, BUCKET = "123456789012", "us-east-1", "files-of-a-site"
MAY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
FULL = b"<Error><Code>XMinioStorageFull</Code><Message>No room is left</Message></Error>"

Environ = dict[str, Any]


class Hushed(WSGIRequestHandler):
    def log(self, *_: Any) -> None:
        """Nothing: what is asked of it is not of interest."""


def _known_key() -> dict[str, str]:
    iam = iam_backends[ACCOUNT]["aws"]
    iam.create_user(REGION, "site")
    iam.put_user_policy("site", "all-of-s3", json.dumps(MAY))
    key = iam.create_access_key("site")
    return {"key_id": key.access_key_id, "secret": key.secret_access_key}


class Store:
    def __init__(self, mood: Path) -> None:
        self._mood = mood
        self._app = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "PUT" and self._mood.read_text() == "full":
            environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            start("507 Insufficient Storage", [("Content-Type", "application/xml")])
            return [FULL]
        found: Iterable[bytes] = self._app(environ, start)
        return found


if __name__ == "__main__":
    port, keys, mood = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    keys.write_text(json.dumps(_known_key()))
    s3_backends[ACCOUNT]["aws"].create_bucket(BUCKET, REGION)
    settings.INITIAL_NO_AUTH_ACTION_COUNT = 0  # from here on each request is signed, or refused
    run_simple("127.0.0.1", port, Store(mood), threaded=True, request_handler=Hushed)
