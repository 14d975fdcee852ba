"""One pure function per format, from a report to text."""
