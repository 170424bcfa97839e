"""What a hostile text costs, beside ordinary text that is as long: measured in one test, a busy machine slows both."""

import random
import time
from collections.abc import Callable

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def ordinary(letters: int, chance: random.Random) -> str:
    """Words of six letters, other ones each time: Typst keeps what it has set."""
    drawn = chance.choices(LETTERS, k=letters)
    drawn[6::7] = [" "] * len(drawn[6::7])
    return "".join(drawn)


def seconds(of: Callable[[], object]) -> float:
    """Of the processor's time."""
    begun = time.process_time()
    of()
    return time.process_time() - begun
