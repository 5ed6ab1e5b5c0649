"""What every released version wrote: cases, policies, answers and records, as its code gave them.

One folder a version, each file the lines of JSON that it printed for its own examples, compressed;
`documents` are policy documents as they were written for a version. None of it is ever changed.
"""
