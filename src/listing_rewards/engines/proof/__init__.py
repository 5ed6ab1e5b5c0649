"""The proof engine: a policy's meaning as formulas over a case that nobody has stated yet.

It needs the extra ``proof``.
"""
