"""
Run the command: ``python -m recruitprivacy.cli``.
"""

from recruitprivacy.cli import main

main(prog_name="recruitprivacy")
