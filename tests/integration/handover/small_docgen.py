"""A document service that misbehaves on demand; a program of a port and two files: mood, diary."""

import hashlib
import io
import json
import os
import sys
import time
from base64 import b64encode
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import pypdfium2

from docgen.contract import DOCX, PDF
from docgen.media import PROBLEM

PORT, MOOD, DIARY = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])


def pdf() -> bytes:
    document, written = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(595, 842)
    document.save(written)
    return written.getvalue() + b"\n%" + os.urandom(8).hex().encode() + b"\n%%EOF\n"


def word() -> bytes:
    document, written = docx.Document(), io.BytesIO()
    document.add_paragraph(os.urandom(8).hex())
    document.save(written)
    return written.getvalue()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        reference, accept = json.loads(body)["content"]["reference"], self.headers["Accept"]
        with DIARY.open("a") as diary:
            diary.write(f"{time.time()} {reference} {accept}\n")
        mood = json.loads(MOOD.read_text())
        if mood.get("only") not in (None, reference):
            mood = {}
        if "hang" in mood:
            time.sleep(mood["hang"])
        good = {PDF: pdf, DOCX: word}[accept]()
        if "padding" in mood and accept == PDF:
            good += b"\n%" + b"x" * mood["padding"] + b"\n%%EOF\n"
        answer = {"empty": b"", "html": b"<html>feil</html>", "cut": good[: len(good) // 2]}.get(
            mood.get("body", ""), good
        )
        self.send_response(mood.get("status", 200))
        digest = b64encode(hashlib.sha256(answer).digest()).decode()
        usual = accept if mood.get("status", 200) == HTTPStatus.OK else PROBLEM
        self.send_header("Content-Type", mood.get("type", usual))
        self.send_header("Content-Digest", f"sha-256=:{digest}:")
        self.send_header("Request-Sha256", mood.get("hash", hashlib.sha256(body).hexdigest()))
        self.send_header("Content-Length", str(len(answer)))
        if "retry_after" in mood:
            self.send_header("Retry-After", str(mood["retry_after"]))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
