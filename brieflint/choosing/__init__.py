"""The guide's five questions as votes: answered by people or by the text of a brief, their conflicts shown."""
