def find_lengths(document, reading):
    return []
