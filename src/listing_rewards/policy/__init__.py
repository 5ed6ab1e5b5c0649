"""What a policy document grants: its model, its clauses, and the shipped documents."""
