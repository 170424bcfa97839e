"""How many cases are generated for each property: ``HYPOTHESIS_PROFILE`` says which profile.

``house`` in every run of the tests: no case is judged by its time, and the same ones are generated every time.
``search`` looks for new ones, and ``soak`` for many of them.
"""

import os

from hypothesis import settings

HOUSE, SOAK = 200, 10_000
settings.register_profile("house", max_examples=HOUSE, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=HOUSE, deadline=None, derandomize=False)
settings.register_profile("soak", max_examples=SOAK, deadline=None, derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

EXAMPLES: int = settings().max_examples
"""Of the profile, for each property. What is held once more where a server is between, takes a part of them."""

THOROUGH = EXAMPLES == SOAK
"""Whether everything is tried, where each run of the tests tries a selection."""
