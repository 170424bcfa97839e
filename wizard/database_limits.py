"""How much of PostgreSQL an engine takes, and what PostgreSQL holds its connections to."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL


@dataclass(frozen=True)
class Limits:
    """Of one engine; a process of wizard or worker has two."""

    pool: int
    overflow: int
    free_seconds: float
    statement_seconds: float
    lock_seconds: float
    idle_seconds: float

    def for_engine(self, url: URL) -> dict[str, Any]:
        """As ``create_engine`` takes it; what the URL itself asks of a connection stands last, and holds."""
        told = url.query.get("options", "")
        own = told if isinstance(told, str) else " ".join(told)
        asked = {
            "statement_timeout": self.statement_seconds,
            "lock_timeout": self.lock_seconds,
            "idle_in_transaction_session_timeout": self.idle_seconds,
        }
        options = [f"-c {name}={round(seconds * 1000)}" for name, seconds in asked.items()]
        return {
            "pool_size": self.pool,
            "max_overflow": self.overflow,
            "pool_timeout": self.free_seconds,
            "connect_args": {"options": " ".join([*options, own]).strip()},
        }
