"""The columnar engine inside Spark."""
