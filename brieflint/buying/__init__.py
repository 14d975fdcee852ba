"""The whole buy: the files of one package, the proposals that answer a brief, and what changed between two versions."""
