"""Reading: a folder of YAML becomes a Workbook, or all its problems at once. The only room that knows YAML."""
