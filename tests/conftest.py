"""What all tests share: no generated case is judged by its time, and the same cases are generated every time.

``HYPOTHESIS_PROFILE=search`` looks for new ones.
"""

import os

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))
