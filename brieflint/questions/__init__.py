"""The open questions of a brief: what its buyer should settle before it goes out, each with its place and whom to ask."""
