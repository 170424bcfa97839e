"""What a municipality may receive packages with: verifies each, keeps it, and misbehaves on demand.

A program of a port and a folder with ``mood`` (JSON), ``public.pem``, and what it got in ``got``.
"""

import io
import json
import socket
import struct
import sys
import uuid
import zipfile
from datetime import timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

PORT, FOLDER = int(sys.argv[1]), Path(sys.argv[2])
COVERED = ("@method", "@target-uri", "content-digest", "content-type", "content-length", "idempotency-key")


class Known(HTTPSignatureKeyResolver):
    def resolve_public_key(self, key_id: str) -> bytes:
        assert key_id.startswith("larvik:")
        return (FOLDER / "public.pem").read_bytes()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        mood = json.loads((FOLDER / "mood").read_text())
        length = int(self.headers["Content-Length"])
        key = self.headers["Idempotency-Key"]
        if "cut_after" in mood:
            self._cut(mood["cut_after"], key)
            return
        body = self.rfile.read(length)
        told = {
            "key": key,
            "verified": self._verified(body),
            "size": len(body),
            "digest": self.headers["Content-Digest"],
            "signature": self.headers["Signature"],
        }
        if mood.get("status", 200) == HTTPStatus.OK:
            told["receipt"] = receipt = self._keep(key, body)
            answer = mood.get("answer", json.dumps({"receipt": receipt}))
        else:
            answer = mood.get("answer", "")
        self._write(told | {"status": mood.get("status", 200)})
        if mood.get("silent"):  # taken, and the line is gone before the answer
            self._hang_up()
            return
        self.send_response(mood.get("status", 200))
        for name, value in mood.get("headers", {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.encode())))
        self.end_headers()
        self.wfile.write(answer.encode())

    def _verified(self, body: bytes) -> bool:
        address = f"http://127.0.0.1:{PORT}{self.path}"
        request = httpx.Request("POST", address, headers=list(self.headers.items()))
        verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=Known())
        try:
            [found] = verifier.verify(
                request,
                max_age=timedelta(minutes=5),
                expect_tag="veiviser-delivery",
                require_components=COVERED,
                body=body,
            )
        except HTTPMessageSignaturesException:
            return False
        return found.nonce is not None

    def _keep(self, key: str, body: bytes) -> str:
        """Once for each key: the receipt is the first one's."""
        kept = FOLDER / "got" / key.strip('"')
        if not kept.exists():
            kept.mkdir(parents=True)
            with zipfile.ZipFile(io.BytesIO(body)) as packed:
                packed.extractall(kept)
            (kept / "receipt").write_text(str(uuid.uuid4()))
        return (kept / "receipt").read_text()

    def _cut(self, after: int, key: str) -> None:
        got = 0
        while got < after and (piece := self.rfile.read(min(65536, after - got))):
            got += len(piece)
        self._write({"key": key, "cut": got})
        self._hang_up()

    def _hang_up(self) -> None:
        """As a cable that is pulled: no goodbye."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _write(self, told: dict[str, object]) -> None:
        with (FOLDER / "diary").open("a") as diary:
            diary.write(json.dumps(told) + "\n")

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A line that was cut is no fault of its."""


if __name__ == "__main__":
    Server(("127.0.0.1", PORT), Handler).serve_forever()
