"""Workbooks of Excel 97-2003, as Excel, WPS and LibreOffice write them: read as `.xlsx` is."""
