"""What may come of an attempt to deliver: a receipt, another try later, or a no for good."""


class LaterError(Exception):
    """It did not arrive, or nobody knows: it is tried again, after ``wait`` seconds where the receiver said so."""

    def __init__(self, trouble: str, wait: float | None = None) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        """A word of ours."""
        self.wait = wait


class RefusedError(Exception):
    """The receiver will never take it; ``reason`` is its own words, and stands in no log."""

    def __init__(self, reason: str = "") -> None:
        super().__init__("refused")
        self.reason = reason[:300]
