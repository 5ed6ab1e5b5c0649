"""What is handed out: answers as tables and documents, and the form of a policy."""
