"""Settings of how the programs are watched while they run."""

from pydantic import Field
from pydantic_settings import BaseSettings


class RunningSettings(BaseSettings):
    """What whoever keeps wizard and worker running asks of them."""

    least_free_bytes: int = Field(default=500_000_000, ge=0)
    """With less room than this, where database or files lie, the wizard says that it is not ready."""
