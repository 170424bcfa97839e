"""Where the sealed values of a step belong."""

import uuid


def place_of(case_id: uuid.UUID, slug: str, what: str) -> str:
    """The place that a step's sealed values are bound to."""
    return f"step_answers:{case_id}:{slug}:{what}"
