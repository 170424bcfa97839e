"""Why a file is not taken, by whoever looks through its kind."""

from collections.abc import Callable

from wizard.uploads.kinds import UnfitError


def why_unfit(look_through: Callable[[bytes], object], content: bytes) -> str:
    """Empty where it is taken."""
    try:
        look_through(content)
    except UnfitError as error:
        return error.why
    return ""
