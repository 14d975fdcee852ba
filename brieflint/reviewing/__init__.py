"""Reviews in Word's margin: comments and tracked changes put into the reviewer's own file, and taken out again."""
