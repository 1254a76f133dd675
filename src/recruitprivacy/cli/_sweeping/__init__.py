"""
What the command ``sweep`` is made of: the map, the rows, the run, the file it leaves, the summary.
"""
