"""Settings of how the programs are watched while they run."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class RunningSettings(BaseSettings):
    """What whoever keeps wizard and worker running asks of them."""

    least_free_bytes: int = Field(default=500_000_000, ge=0)
    """With less room than this, where database or files lie, the wizard says that it is not ready."""
    late_seconds: float = Field(default=900.0, gt=0)
    """A case whose documents have not come by then raises the alarm, and is in the office's list of what is stuck."""
    metrics_token: SecretStr = SecretStr("")
    """The bearer token by which the figures at ``/metrics`` are read; without one there are none."""
    worker_metrics: str = Field(default="", pattern=r"^([^\s:/]+:[0-9]{1,5})?$")
    """Where the worker tells whether it lives, and its own figures, as ``host:port``."""
