"""The columnar engine against `assess`."""
