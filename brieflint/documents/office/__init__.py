"""What `.docx` and `.odt` share: their packages, their XML, and how their stories become documents."""
