"""How a workbook looks and is saved, whatever it holds: styles, tables, steady bytes."""
