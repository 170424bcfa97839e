"""What was refused is asked for once more: by the office's press, or by a command."""

import uuid
from dataclasses import replace

from wizard import attempts, handover
from wizard.cases.delivering import deliver_again
from wizard.cases.handing_over import retry
from wizard.tools import Tools


def try_again(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID | None = None) -> bool:
    """Whether it is in the queue again by this; not where it was not refused, or somebody asked just before."""
    further = handover.enqueue_further(tools.store.writer, case_id)
    return retry(replace(tools, enqueue=further), case_id, staff_id)


def try_now(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID) -> bool:
    """Whatever of the case is stuck: documents, also those that only wait for their next try, and deliveries.

    False where nothing is.
    """
    tried = try_again(tools, case_id, staff_id) or attempts.bring_forward(tools.store.writer, case_id)
    return deliver_again(tools, case_id, staff_id) or tried
