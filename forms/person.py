"""Who somebody is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Known from a log-in. The identity number comes from there and is never asked of them again."""

    name: str
    national_id: str
