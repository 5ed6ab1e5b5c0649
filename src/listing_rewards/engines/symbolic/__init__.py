"""What the columns and the proof share: a truth and a range, each as a pair of expressions."""
