"""In what role the submitter acts, in the words of the answer they gave."""

from forms.journey import Walk


def acting_as(walk: Walk) -> str:
    """The shown answer to ``submitter_role``; empty where the journey does not ask for it."""
    rows = (row for step in walk.path for row in walk.rows(step))
    return next((row.text for row in rows if row.question.name == "submitter_role"), "")
