"""How much one visitor may ask of the server."""

MOST_BYTES = 20 * 2**20
"""Of one upload, all files together."""
MOST_FILES = 20
MOST_BRIEFS = 30
"""In all files of an upload and the packages among them."""
MOST_CHARACTERS = 2_000_000
"""Of one brief: about 700 pages."""
MOST_UNPACKED = 128 * 2**20
MOST_UPLOAD_SECONDS = 60
MOST_SECONDS = 90
"""From one sign of life of a reader to the next: the time for one brief."""
MOST_MEMORY = 4 * 2**30
"""Of the address space of a reader."""
MOST_WAITING = 32
"""Uploads that wait for a reader or are being sent; whoever comes then is asked to try again."""
RETRY_SECONDS = 10
MOST_NAME = 120
"""Characters shown of the name of a file."""
MOST_BALLOT_BYTES = 64 * 2**10
MOST_CONNECTIONS = 500
PATIENCE = 10
"""So many times what is taken is listened to, and thrown away, so that a browser comes to see why it is refused."""
