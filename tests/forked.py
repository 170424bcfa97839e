"""Programs of the house in processes of their own, forked from one that has loaded the code: they start at once.

What runs is what the command runs, with the environment, folder and log it is given. Only the interpreter's start, the
imports and the compiling, which cost seconds of the processor, are had once for all programs of the tests' process.
"""

import os
import runpy
import signal
import sys
from contextlib import suppress
from importlib.metadata import entry_points
from multiprocessing import get_context
from pathlib import Path
from subprocess import TimeoutExpired
from typing import Any

from tests.templates_kept import find_templates, folder

HOUSE = Path(__file__).parents[1]
BIN = Path(sys.executable).parent

_loaded = get_context("forkserver")
_loaded.set_forkserver_preload(
    [
        "docgen.app",
        "gunicorn.app.wsgiapp",
        "gunicorn.workers.gthread",
        "sqlalchemy.dialects.postgresql.psycopg",
        "sqlalchemy.dialects.sqlite",
        "tests.rules_kept",
        "wizard.app",
        "wizard.cli",
    ]
)


class Program:
    """``command`` as it runs, with the interface of ``subprocess.Popen``; its log is added to the file ``log``.

    What it prints goes there too, unless to the file ``told``. The command is a script of the environment's own, or the
    interpreter with ``-m`` and a module.
    """

    def __init__(
        self, command: list[Any], environment: dict[str, str], log: Path, told: Path | None = None
    ) -> None:
        words = [str(word) for word in command]
        self._process = _loaded.Process(
            target=_run, args=(words, environment, told or log, log, folder()), daemon=True
        )
        self._process.start()
        self.pid = self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        """As far as it has ended: negative where a signal ended it."""
        return self._process.exitcode

    def poll(self) -> int | None:
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self.returncode is None:
            raise TimeoutExpired("a program", timeout or 0)
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def _run(command: list[str], environment: dict[str, str], told: Path, log: Path, templates: str) -> None:
    find_templates(templates)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(HOUSE)
    for stream, file in ((1, told), (2, log)):
        with file.open("ab") as opened:
            os.dup2(opened.fileno(), stream)
    program, *arguments = command
    if program == sys.executable:
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        return
    sys.argv = command
    (script,) = entry_points(group="console_scripts", name=Path(program).name)
    sys.exit(script.load()())
