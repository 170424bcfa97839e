"""LibreOffice as a baseline: a Word file to PDF, started for each document, and kept warm by unoserver."""

import shutil
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from unoserver.client import UnoClient

from tests.running_site import free_port

COLD, WARM = 5, 15
LIKE_OURS = ["SelectPdfVersion=3", "PDFUACompliance=true"]
"""PDF/A-3 and PDF/UA asked for, as ours are; unsealed, unchecked, nothing attached."""
PDF_LIKE_OURS = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
SYSTEM_PYTHON = Path("/usr/bin/python3")
"""LibreOffice's own bridge (python3-uno) lives with the system's Python alone."""


def office_times(word_file: bytes, folder: Path) -> Iterator[tuple[str, float]]:
    """Medians in milliseconds, of what is installed here."""
    source = folder / "form.docx"
    source.write_bytes(word_file)
    if shutil.which("soffice"):
        yield "started for each", median(_cold(source, folder) for _ in range(COLD))
        if _has_bridge():
            with _kept_warm(folder) as office:
                _warm(office, source)
                yield "kept warm by unoserver", median(_warm(office, source) for _ in range(WARM))


def _cold(source: Path, folder: Path) -> float:
    profile = f"-env:UserInstallation=file://{folder}/cold"
    command: list[str | Path] = [
        "soffice",
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        source,
    ]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - begun) * 1000


def _has_bridge() -> bool:
    return (
        subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode == 0
    )


def _warm(office: UnoClient, source: Path) -> float:
    begun = time.perf_counter()
    made = office.convert(inpath=str(source), convert_to="pdf", filter_options=LIKE_OURS)
    assert made.startswith(b"%PDF")
    return (time.perf_counter() - begun) * 1000


@contextmanager
def _kept_warm(folder: Path) -> Iterator[UnoClient]:
    port = str(free_port())
    command: list[str | Path] = [
        SYSTEM_PYTHON,
        "-m",
        "unoserver.server",
        "--port",
        port,
        "--uno-port",
        str(free_port()),
    ]
    environment = {"PYTHONPATH": sysconfig.get_path("purelib"), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    with (folder / "unoserver.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        yield UnoClient(port=port)
    finally:
        server.terminate()
        server.wait()
