"""Machines that carry a policy out: exact with its steps, as columns, as live formulas."""
