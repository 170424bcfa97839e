"""Who somebody is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Known from a log-in. The identity number comes from there and is never asked of them again."""

    name: str
    national_id: str
    told_first: str = ""
    """What they said at first that they are called, where they have mended it since."""

    @property
    def names(self) -> tuple[str, ...]:
        """Each that they are known by: what is held against the one is held against the other too."""
        return tuple(name for name in (self.name, self.told_first) if name) or ("",)
