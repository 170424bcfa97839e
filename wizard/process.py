"""What the commands start: the worker, and the check of a file."""

from pathlib import Path
from typing import Any

from pydantic import SecretStr

from docgen.contract import DocgenClient
from docgen.keyring import Keyring
from docgen.settings import load as load_docgen
from docgen.verify import verify as verify_file
from wizard import handover, worker
from wizard.cases.handing_over import CaseStore
from wizard.logging_setup import configure
from wizard.settings import Settings
from wizard.tools import make_tools

DEMO = Path("var/demo")
"""Where the demo keeps its data and keys."""


def work(settings: Settings) -> None:
    """Hand over submitted cases until stopped."""
    configure()
    tools = make_tools(settings, handover.enqueue)
    with DocgenClient(settings.docgen_url, settings.docgen_token.get_secret_value()) as docgen:
        worker.run(settings, CaseStore(tools), docgen)
    tools.store.close()


def verify(pdf: bytes) -> dict[str, Any]:
    """The report on a PDF, against the sealing certificates that docgen's settings name."""
    return verify_file(pdf, sealing_keys().certificates()).model_dump(mode="json")


def sealing_keys() -> Keyring:
    """The keys that docgen's settings name; where they name none, the demo's own, made when first needed."""
    settings = load_docgen()
    if settings.seal_file is None:
        own = {"seal_file": DEMO / "seal.p12", "seal_passphrase": SecretStr("demo"), "seal_make": True}
        settings = settings.model_copy(update=own)
    return Keyring(settings)
