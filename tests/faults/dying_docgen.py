"""The real document service, of which the process that makes a document dies in the midst of a stage of it.

It dies once for each file in the folder ``DYING`` that is named by a stage: writing, typesetting, sealing.
"""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from typing import Any

import docgen.make
from docgen import app

STAGES = {"writing": "docx", "typesetting": "pdf", "sealing": "seal"}
"""By which function of ``docgen.make`` each is done."""
SOON = 0.002
"""Seconds after a stage has begun: none is over so soon."""


def create_app() -> Any:
    """What gunicorn serves."""
    for stage, function in STAGES.items():
        setattr(docgen.make, function, _dying(getattr(docgen.make, function), stage))
    return app.create_app()


def _dying(does: Callable[..., bytes], stage: str) -> Callable[..., bytes]:
    def does_or_dies(*arguments: Any) -> bytes:
        mark = Path(os.environ["DYING"], stage)
        if mark.exists():
            mark.unlink()
            Timer(SOON, os.kill, (os.getpid(), signal.SIGKILL)).start()
        return does(*arguments)

    return does_or_dies
