"""Settings of how much of PostgreSQL a process may take, and how long it may wait there; SQLite reads none of them."""

from pydantic import Field
from pydantic_settings import BaseSettings

from wizard.database_limits import Limits


class DatabaseSettings(BaseSettings):
    """What each process of wizard and worker asks of PostgreSQL; docs/deploying.md counts the connections."""

    database_pool: int = Field(default=4, ge=1, le=100)
    """Connections that each of a process's two engines, which reads and which writes, keeps open."""
    database_overflow: int = Field(default=2, ge=0, le=100)
    """So many more while all of them are in use."""
    database_free_seconds: float = Field(default=5.0, gt=0)
    """How long is waited for one that is free, before whoever waits is told to come again."""
    database_statement_seconds: float = Field(default=60.0, gt=0)
    """So long may one statement take."""
    database_lock_seconds: float = Field(default=5.0, gt=0)
    """So long does one wait for what others hold, as writers of SQLite do."""
    database_idle_seconds: float = Field(default=60.0, gt=0)
    """After so long a transaction that does nothing is ended by PostgreSQL: what it holds, others wait for."""

    def database_limits(self) -> Limits:
        return Limits(
            pool=self.database_pool,
            overflow=self.database_overflow,
            free_seconds=self.database_free_seconds,
            statement_seconds=self.database_statement_seconds,
            lock_seconds=self.database_lock_seconds,
            idle_seconds=self.database_idle_seconds,
        )
