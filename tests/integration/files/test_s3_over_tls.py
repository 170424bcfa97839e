"""A store within the municipality is believed by its own authority, and by no other."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug import Request, Response
from werkzeug.serving import make_server

from tests.certificates import Authority
from wizard.files.interface import StoreAwayError
from wizard.files.s3 import S3, Access

NAME = f"{'ab' * 32}.1"


class Kept:
    """As little of S3 as it takes to put and get."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}

    def __call__(self, environ: dict[str, Any], start: Any) -> Any:
        request = Request(environ)
        if request.method == "PUT":
            self.objects[request.path] = request.get_data()
            return Response(headers={"ETag": '"1"'})(environ, start)
        headers = {"ETag": '"1"', "Last-Modified": "Sat, 28 Nov 2026 12:00:00 GMT"}
        return Response(self.objects[request.path], headers=headers)(environ, start)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def endpoint(authority: Authority, tmp_path: Path) -> Iterator[str]:
    certificate = tmp_path / "store.pem"
    authority.certify(certificate)
    server = make_server("127.0.0.1", 0, Kept(), ssl_context=(str(certificate), str(certificate)))
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"https://127.0.0.1:{server.port}"
    server.shutdown()
    serving.join()
    server.server_close()


def store(endpoint: str, authority: Authority | None) -> S3:
    certificates = authority.file.read_text() if authority else ""
    return S3("files-of-a-site", "", Access(endpoint, "", "AKIAINVENTED", "invented", certificates, 5.0))


def test_by_the_authority_that_the_settings_name(endpoint: str, authority: Authority) -> None:
    known = store(endpoint, authority)
    known.put(NAME, b"sealed")
    assert known.get(NAME) == b"sealed"


def test_and_by_no_other(endpoint: str, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    for other in (None, Authority(tmp_path / "other")):
        with pytest.raises(StoreAwayError):
            store(endpoint, other).put(NAME, b"sealed")


def test_a_file_of_several_authorities_is_read_whole(
    endpoint: str, authority: Authority, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    first = Authority(tmp_path / "other")
    authority.file.write_text(first.file.read_text() + authority.file.read_text())
    store(endpoint, authority).put(NAME, b"sealed")
