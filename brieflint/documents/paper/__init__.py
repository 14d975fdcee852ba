"""Words with coordinates on printed pages, put back together into running text."""
