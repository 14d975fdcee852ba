"""OpenDocument text, the XML inside `.odt`."""
