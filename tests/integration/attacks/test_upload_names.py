"""Attacks A-005, A-011, A-020 and A-089 by the name of a file: shown as text, and never the name of anything stored."""

import re
from typing import Any
from urllib.parse import quote

import pytest

from tests.draft import Draft, begin, told
from tests.integration.wizard.test_attachments import PDF, STEP, links, upload
from tests.running_site import Site
from wizard.files.interface import NAME

NAMES = {
    "../../etc/passwd.pdf": "passwd.pdf",
    "..\\..\\boot.pdf": "boot.pdf",
    "a\r\nSet-Cookie: x=1.pdf": "a%0D%0ASet-Cookie: x=1.pdf",
    "con.pdf": "con.pdf",
    "søknad æøå.pdf": "søknad æøå.pdf",
    "Čáhcesuolu ŋđŧž.pdf": "Čáhcesuolu ŋđŧž.pdf",
    "n" * 300 + ".pdf": "n" * 116 + ".pdf",
    "<img src=x onerror=alert(1)>.pdf": "&lt;img src=x onerror=alert(1)&gt;.pdf",
    "<div hx-get=x hx-trigger=load>.pdf": "&lt;div hx-get=x hx-trigger=load&gt;.pdf",
    "\u202efdp.exe.pdf": "fdp.exe.pdf",
    "x.pdf ": "x.pdf",
    "\u2066b\u2069\u200e.pdf": "b.pdf",
}
RAW = [
    "a\x00b.pdf", "a\r\nSet-Cookie: x=1\r\n\r\n.pdf", "a\nb.pdf", "a\tb.pdf", "a\x1b\x7fb.pdf", ".", "", ".pdf",
    "\u2066a\u2069.pdf",
]  # fmt: skip


@pytest.fixture
def ready(either_site: Site) -> Draft:
    """At the step that asks for files."""
    draft = begin(either_site.visitor("stille"))
    draft.fill(until=STEP)
    return draft


def multipart(name: str, fields: dict[str, str]) -> dict[str, Any]:
    """A form whose file's name is these very bytes, as no client library would send it."""
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode()
        for k, v in fields.items()
    ]
    head = f'--x\r\nContent-Disposition: form-data; name="{STEP}"; filename="{name}"\r\n\r\n'
    body = b"".join(parts) + head.encode() + PDF + b"\r\n--x--\r\n"
    return {"content": body, "headers": {"Content-Type": "multipart/form-data; boundary=x"}}


def stored(site: Site) -> list[str]:
    return [path.name for path in (site.folder / "files").rglob("*") if path.is_file()]


def test_a_089_a_file_keeps_its_own_name_but_nothing_that_is_no_name(either_site: Site, ready: Draft) -> None:
    for name, shown in NAMES.items():
        assert upload(ready, name, PDF).status_code == 303, name
        found = links(ready)
        assert list(found) == [shown], name
        file = ready.guest.get(found[shown])
        assert file.content == PDF
        assert "x=1" not in file.headers.get("set-cookie", "")
        disposition = file.headers["content-disposition"]
        assert disposition.startswith("attachment;")
        if not shown.isascii():
            assert f"filename*=UTF-8''{quote(shown)}" in disposition
        file_id = found[shown].rsplit("/", 1)[1]
        assert ready.answer(STEP, {"_remove": f"{STEP}:{file_id}"}).status_code == 303
    assert all(NAME.fullmatch(one) for one in stored(either_site))


def test_a_089_the_ending_that_counts_is_that_of_the_name_that_is_shown(ready: Draft) -> None:
    for name in ("x.pdf/", "x.pdf\\", "x.pdf/.", "x.pdf/fil", "x.pdf/x.exe", "x.exe\\.pdf/"):
        answer = upload(ready, name, PDF)
        assert (answer.status_code, links(ready)) == (422, {}), name
        assert "Vi kan ta imot PDF" in answer.text


def test_a_005_a_011_a_name_with_raw_control_bytes_does_no_harm(either_site: Site, ready: Draft) -> None:
    for name in RAW:
        page = ready.guest.told(ready.step(STEP)).controls | {"_upload": STEP}
        answer = ready.guest.http.post(ready.step(STEP), **multipart(name, page))
        assert answer.status_code in {303, 422, 400}, name
    assert links(ready)
    for shown, address in links(ready).items():
        assert not re.search(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", shown)
        file = ready.guest.get(address)
        assert file.status_code == 200
        assert "x=1" not in file.headers.get("set-cookie", "")
    assert all(NAME.fullmatch(one) for one in stored(either_site))


def test_a_020_no_attribute_of_ours_comes_out_of_a_name(ready: Draft) -> None:
    upload(ready, '" hx-get="x" hx-trigger="load.pdf', PDF)
    (shown,) = links(ready)
    assert '"' not in shown
    assert 'hx-trigger="load.pdf' not in ready.see(STEP)
    slugs = [step.slug for step in ready.walk(told()).path]
    for slug in slugs[slugs.index(STEP) :]:
        assert ready.answer(slug, {}).status_code == 303
    assert "load.pdf" in ready.review()
    assert 'hx-trigger="load.pdf' not in ready.review()
