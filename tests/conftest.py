"""What all tests share: no generated case is judged by its time, since speed is the bench's matter."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
