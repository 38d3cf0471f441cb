"""`python -m bothways`, where the command itself is not on the path."""

from bothways.cli import main

if __name__ == "__main__":
    main()
