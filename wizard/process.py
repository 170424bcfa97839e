"""What the commands start: the worker, and the check of a file."""

from typing import Any

from docgen.contract import DocgenClient
from docgen.keyring import Keyring
from docgen.settings import load as load_docgen
from docgen.verify import verify as verify_file
from wizard import handover, worker
from wizard.cases.handing_over import CaseStore
from wizard.logging_setup import configure
from wizard.settings import Settings
from wizard.tools import make_tools


def work(settings: Settings) -> None:
    """Hand over submitted cases until stopped."""
    configure()
    tools = make_tools(settings, handover.enqueue)
    with DocgenClient(settings.docgen_url, settings.docgen_token.get_secret_value()) as docgen:
        worker.run(settings, CaseStore(tools), docgen)
    tools.store.close()


def verify(pdf: bytes) -> dict[str, Any]:
    """The report on a PDF, against the sealing certificates that docgen's settings name."""
    return verify_file(pdf, Keyring(load_docgen()).certificates()).model_dump(mode="json")
