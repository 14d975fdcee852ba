"""What goes back to people: the corrected brief."""
