"""Rules over the verdict, and the findings and reports they make."""
