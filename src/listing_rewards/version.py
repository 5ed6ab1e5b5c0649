"""The library's version, which every answer carries."""

__version__ = "0.5.0"
