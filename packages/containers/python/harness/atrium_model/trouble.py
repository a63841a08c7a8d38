class Trouble(Exception):
    """What the person who asked can change: a column, a setting, the table."""
