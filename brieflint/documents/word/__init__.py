"""WordprocessingML, the XML inside `.docx`."""
