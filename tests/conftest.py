"""What all tests share: the profile by which cases are generated."""

import tests.profiles  # noqa: F401 -- loads it
