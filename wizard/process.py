"""What the commands start: the worker, and docgen's own commands as processes beside this one."""

import subprocess
import sys

from docgen.contract import DocgenClient
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


def docgen_command(*arguments: str) -> int:
    """Run a command of docgen's: it is another program, and not imported here. Gives its exit code."""
    return subprocess.run([sys.executable, "-m", "docgen", *arguments], check=False).returncode  # noqa: S603 -- our own program
