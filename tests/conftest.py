"""Hypothesis profiles: `quick` by default, `full` and `long` by ``HYPOTHESIS_PROFILE``.

`quick` and `full` try the same cases on every machine, so that what passes here passes elsewhere;
`long` draws new ones each time.
"""

from hypothesis import settings
from profiles import EXAMPLES, PROFILE

for name, examples in EXAMPLES.items():
    settings.register_profile(
        name, max_examples=examples, deadline=None, derandomize=name != "long"
    )
settings.load_profile(PROFILE)
