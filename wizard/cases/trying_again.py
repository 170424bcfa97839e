"""Documents that docgen refused to make, asked for once more: by the office's press, or by a command."""

import uuid
from dataclasses import replace

from wizard import attempts, handover
from wizard.cases.handing_over import retry
from wizard.tools import Tools


def try_again(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID | None = None) -> bool:
    """Whether it is in the queue again by this; not where it was not refused, or somebody asked just before."""
    further = handover.enqueue_further(tools.store.writer, case_id)
    return retry(replace(tools, enqueue=further), case_id, staff_id)


def try_now(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID) -> bool:
    """As ``try_again``; and what only waits for its next try does not wait for it. False where neither is so."""
    return try_again(tools, case_id, staff_id) or attempts.bring_forward(tools.store.writer, case_id)
