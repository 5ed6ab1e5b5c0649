"""What the engines must go on saying, and whether their ranges hold what can turn out."""
