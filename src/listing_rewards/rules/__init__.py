"""The rules: small pure functions on plain values, each of one thing that policies say."""
