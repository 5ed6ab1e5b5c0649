"""Excel sheets that look like a document: cells, looks, tables, and files that stay the same."""
