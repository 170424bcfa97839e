"""The settings of the hand-over: how often work is looked for, tried again and taken over."""

from pydantic import Field
from pydantic_settings import BaseSettings


class HandoverSettings(BaseSettings):
    """The part of ``wizard.settings.Settings`` that the worker alone reads."""

    worker_id: str = "worker-1"
    hand_overs_at_once: int = Field(default=2, ge=1, le=32)
    retry_first_seconds: float = Field(default=5.0, gt=0)
    """First pause of the hand-over when docgen does not answer; doubled each time."""
    retry_longest_seconds: float = Field(default=900.0, gt=0)
    queue_poll_seconds: float = Field(default=1.0, gt=0)
    lost_seconds: float = Field(default=30.0, gt=0)
    """So long a worker may say nothing before the others take over its work. It says a word six times in it."""
    stuck_seconds: float = Field(default=300.0, gt=0)
    """After this time, longer than any attempt, work of a worker that is alive counts as left behind too."""
    reconcile_seconds: float = Field(default=600.0, gt=0)
