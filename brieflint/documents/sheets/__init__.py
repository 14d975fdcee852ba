"""Spreadsheets: the values of cells, read and never computed."""
