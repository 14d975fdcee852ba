"""What a run found, kept for auditors: records, and the decisions of people in briefs."""
