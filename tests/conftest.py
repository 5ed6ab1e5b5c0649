"""Hypothesis profiles: `quick` by default, `full` and `long` by ``HYPOTHESIS_PROFILE``."""

from hypothesis import settings
from profiles import EXAMPLES, PROFILE

for name, examples in EXAMPLES.items():
    settings.register_profile(name, max_examples=examples, deadline=None)
settings.load_profile(PROFILE)
