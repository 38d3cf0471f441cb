"""A workbook and a profile give a smaller workbook: what one reader may learn."""
