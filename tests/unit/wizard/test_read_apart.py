"""What is read in a process of its own: whole files come back, hostile ones with the reason, and we go on."""

import os
import resource
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from pathlib import Path

import pillow_heif
import psutil
import pytest
from PIL import Image

from tests import hostile
from tests.sendable import pdf, photo, word
from tests.unit.wizard.sent_files import REFUSED, STARTS, TAKEN, fields
from wizard.uploads import apart, child
from wizard.uploads.apart import bound_apart, read_apart, turned_apart
from wizard.uploads.fork_client import ForkServer
from wizard.uploads.fork_server import ENDED, how_it_ended
from wizard.uploads.fork_server import SLOW as SLOW_END
from wizard.uploads.kinds import (
    BROKEN,
    FETCHES,
    HEIC_TYPE,
    JPEG_TYPE,
    NOT_NOW,
    PDF_TYPE,
    PNG_TYPE,
    SLOW,
    TOO_MUCH,
    TOO_WIDE,
    WORD_TYPE,
    UnfitError,
)

FORKS = "wizard.uploads.fork_server"


@pytest.mark.parametrize("what", TAKEN)
def test_what_only_shows_itself_comes_back_as_it_is(what: str) -> None:
    media_type, content = TAKEN[what]
    read = read_apart(media_type, content)
    assert (read.media_type, read.content, read.why) == (media_type, content, "")


REASONS = {(media_type, why): what for what, (media_type, _, why) in REFUSED.items()}
COSTLY = [what for what, (_, _, why) in REFUSED.items() if why in {BROKEN, SLOW, TOO_MUCH, TOO_WIDE}]
"""What may cost its reader more than it has."""


@pytest.mark.parametrize("what", dict.fromkeys([*REASONS.values(), *COSTLY]))
def test_what_does_more_is_refused_with_the_reason(what: str) -> None:
    media_type, content, why = REFUSED[what]
    assert read_apart(media_type, content) == apart.Read("", b"", why)


@pytest.mark.parametrize("what", [what for what in REFUSED if what not in COSTLY])
def test_whatever_does_more_is_seen_to_by_its_reader(what: str) -> None:
    """Without a process for each: every reason is told by one above."""
    media_type, content, why = REFUSED[what]
    with pytest.raises(UnfitError) as unfit:
        child.read(media_type, content)
    assert unfit.value.why == why


@pytest.mark.parametrize("code", STARTS)
def test_a_field_that_does_more_than_show_is_refused(code: str) -> None:
    for content in (hostile.field_code(f" {code} "), fields(" IF ", (f" {code} ",), ' = "1" ')):
        with pytest.raises(UnfitError) as unfit:
            child.read(WORD_TYPE, content)
        assert unfit.value.why == FETCHES


def heic() -> bytes:
    pillow_heif.register_heif_opener()
    return hostile.told_photo("HEIF")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_a_photo_is_upright_and_tells_only_what_it_shows(kind: str) -> None:
    sent = heic() if kind == "HEIF" else hostile.told_photo(kind)
    assert b"Oppdiktet kamera" in sent
    read = read_apart({"JPEG": JPEG_TYPE, "PNG": PNG_TYPE, "HEIF": HEIC_TYPE}[kind], sent)
    assert (read.why, read.media_type) == ("", PNG_TYPE if kind == "PNG" else JPEG_TYPE)
    with Image.open(BytesIO(read.content)) as kept:
        assert kept.size == (40, 80)
        red, _, blue = kept.convert("RGB").getpixel((20, 5))  # type: ignore[misc]  # three, as the mode says
        assert (red > 200, blue < 60) == (True, True)
        assert not kept.getexif()
        assert not {"exif", "comment", "xmp", "icc_profile"} & set(kept.info)
    for trace in (b"Oppdiktet", b"Exif", b"eXIf"):
        assert trace not in read.content


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_any_png_is_kept_as_one(mode: str) -> None:
    read = read_apart(PNG_TYPE, photo("PNG", mode=mode))
    with Image.open(BytesIO(read.content)) as kept:
        assert (kept.mode, kept.size) == (mode, (60, 40))


def test_a_photo_of_a_printer_is_kept_in_the_colours_of_a_screen() -> None:
    read = read_apart(JPEG_TYPE, photo("JPEG", mode="CMYK"))
    with Image.open(BytesIO(read.content)) as kept:
        assert kept.mode == "RGB"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_stands_behind_a_photo_is_not_kept(kind: str) -> None:
    for more in (word(), pdf()):
        _, kept = child.read({"JPEG": JPEG_TYPE, "PNG": PNG_TYPE}[kind], photo(kind) + more)
        assert more[:5] not in kept


def test_the_largest_photo_is_read_and_made_smaller() -> None:
    read = read_apart(JPEG_TYPE, photo("JPEG", 8160, 6120))
    assert read.why == ""
    with Image.open(BytesIO(read.content)) as kept:
        assert kept.width == 5000


def test_a_reader_that_does_not_come_to_an_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    large = photo("JPEG", 8160, 6120)
    monkeypatch.setattr(apart, "SECONDS", 0.0)
    assert read_apart(JPEG_TYPE, large) == apart.Read("", b"", SLOW)


def test_a_reader_that_has_used_up_its_processor_is_told_from_one_that_dies() -> None:
    endless = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    assert how_it_ended(started(endless), 60) == SLOW_END
    assert how_it_ended(started("raise SystemExit(1)"), 60) == ENDED
    assert how_it_ended(started("import time; time.sleep(60)"), 0) == SLOW_END


def started(program: str) -> int:
    return os.posix_spawn(sys.executable, [sys.executable, "-c", program], {})


def test_a_file_does_not_wait_for_others_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "AT_ONCE", threading.BoundedSemaphore(1))
    monkeypatch.setattr(apart, "WAIT_SECONDS", 0.05)
    with apart.AT_ONCE:
        assert read_apart(PDF_TYPE, pdf()).why == NOT_NOW
    assert read_apart(PDF_TYPE, pdf()).why == ""


def test_a_photo_that_is_drawn_finer_and_finer_is_read() -> None:
    """What looks like a mark of another pass inside its other parts is none."""
    whole = hostile.many_scans(32)
    told = b"\xff\xda" * 99
    part = b"\xff\xe5" + (len(told) + 2).to_bytes(2) + told
    assert read_apart(JPEG_TYPE, whole[:2] + part + whole[2:]).why == ""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ForkServer]:
    """One of the test's own, which nobody has asked yet."""
    apart.SERVER.close()
    own = ForkServer()
    monkeypatch.setattr(apart, "SERVER", own)
    yield own
    own.close()


@pytest.mark.usefixtures("server")
def test_a_reader_that_cannot_be_started_says_nothing_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert read_apart(PDF_TYPE, pdf()).why == NOT_NOW


@pytest.mark.usefixtures("server")
def test_where_what_starts_the_readers_has_died_another_one_is_started() -> None:
    for _ in range(2):
        assert read_apart(PDF_TYPE, pdf()).why == ""
        (started,) = (one for one in psutil.Process().children() if FORKS in one.cmdline())
        started.kill()
        psutil.wait_procs([started], timeout=60)


def test_a_file_is_read_however_many_others_are_open() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with ExitStack() as open_ones:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(4096, hard)), hard))
        open_ones.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        for _ in range(1100):
            open_ones.callback(os.close, os.open(os.devnull, os.O_RDONLY))
        assert read_apart(PDF_TYPE, pdf()).why == ""


@contextmanager
def room_for(files: int) -> Iterator[None]:
    """So many more can be opened; where one of those is left open, its end fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    highest = max(int(one.name) for one in Path("/proc/self/fd").iterdir())
    with ExitStack() as opened, ExitStack() as free:
        opened.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        resource.setrlimit(resource.RLIMIT_NOFILE, (highest + files + 1, hard))
        for held in [free] * files + [opened] * highest:
            with suppress(OSError):
                held.callback(os.close, os.open(os.devnull, os.O_RDONLY))
        free.close()
        yield
        for _ in range(files):
            free.callback(os.close, os.open(os.devnull, os.O_RDONLY))


def test_a_file_that_finds_no_room_for_its_pipes_leaves_nothing_open(server: ForkServer) -> None:
    assert server.read([PDF_TYPE], pdf(), 60)[0]
    for files in range(5):
        with room_for(files), pytest.raises(OSError, match="Too many open files"):
            server.read([PDF_TYPE], pdf(), 60)


@pytest.mark.usefixtures("server")
def test_a_reader_has_no_secret_and_no_file_of_another() -> None:
    read_apart(PDF_TYPE, pdf())
    (started,) = (one for one in psutil.Process().children() if FORKS in one.cmdline())
    assert (started.environ(), started.cwd()) == ({}, "/")
    assert [one.path for one in started.open_files()] == []


def test_a_reader_that_dies_refuses_the_file() -> None:
    assert read_apart("no/such", word({"word/document.xml": "no"})).why == BROKEN


@pytest.mark.parametrize(
    ("media_type", "kind", "mode"), [(JPEG_TYPE, "JPEG", "L"), (PNG_TYPE, "PNG", "RGBA")]
)
def test_a_photo_is_turned_clockwise_and_stays_of_its_kind(media_type: str, kind: str, mode: str) -> None:
    picture, made = Image.new(mode, (60, 40), "white"), BytesIO()
    picture.paste("black", (0, 0, 20, 40))
    picture.save(made, kind)
    read = turned_apart(media_type, made.getvalue())
    assert (read.why, read.media_type) == ("", media_type)
    with Image.open(BytesIO(read.content)) as turned:
        assert (turned.mode, turned.size) == (mode, (40, 60))
        assert [turned.convert("L").getpixel((20, y)) for y in (5, 50)] == pytest.approx([0, 255], abs=9)


@pytest.mark.parametrize("dies", ["preview", "whole"])
def test_a_file_is_taken_whatever_becomes_of_its_preview(monkeypatch: pytest.MonkeyPatch, dies: str) -> None:
    """What the reader told before it died counts, where it told all of it."""
    whole = b'{"media_type": "image/png", "why": "", "size": 4}\nabcd'
    told = {"preview": whole + b"\xff\xd8 half a", "whole": whole[:-1]}[dies]
    monkeypatch.setattr(ForkServer, "read", lambda *_: (told, False))
    taken = apart.Read(PNG_TYPE, b"abcd", "")
    assert read_apart(PNG_TYPE, photo()) == (taken if dies == "preview" else apart.Read("", b"", BROKEN))


def test_what_shows_a_file_is_small_and_upright() -> None:
    read = read_apart(JPEG_TYPE, hostile.told_photo())
    with Image.open(BytesIO(read.preview)) as shown:
        assert shown.size == (40, 80)
    with Image.open(BytesIO(read_apart(PDF_TYPE, pdf()).preview)) as shown:
        assert max(shown.size) == 240
    assert read_apart(WORD_TYPE, word()).preview == b""


def test_photos_are_bound_small_enough_to_send() -> None:
    """As large as ten photos of a page of print come out that were made anew."""
    grain = Image.effect_noise((1300, 1790), 60).convert("RGB")
    made = BytesIO()
    grain.save(made, "JPEG", quality=90)
    read = bound_apart([made.getvalue()] * 10)
    assert (read.why, read.media_type) == ("", PDF_TYPE)
    assert len(read.content) <= 10_000_000
