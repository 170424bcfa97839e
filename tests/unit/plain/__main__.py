"""Prints how hard the texts are, place by place: the hardest first."""

from statistics import median

from tests.unit.plain.measure import lix, words
from tests.unit.plain.places import places

ENOUGH = 40
"""Words: of fewer, one long word decides."""
SHOWN = 5


def main() -> None:
    measured = sorted(
        (
            (lix(texts), name)
            for name, texts in places().items()
            if sum(len(words(one)) for one in texts) >= ENOUGH
        ),
        reverse=True,
    )
    print(f"LIX of {len(measured)} places: median {median(value for value, _ in measured):.0f}, the hardest:")  # noqa: T201 -- its purpose
    for value, name in measured[:SHOWN]:
        print(f"  {value:.0f}  {name}")  # noqa: T201 -- its purpose


if __name__ == "__main__":
    main()
