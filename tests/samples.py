"""Briefs that several tests use."""

MISLABELLED = """Request for proposals: IT outsourcing for the booking portal

Two Java developers join our product team in Odense and work in our sprints.
Our technical lead assigns their tasks every morning and gives them direction day by day.
They attend our daily stand-up, and our engineers review each of their pull requests.
They use our repository, our board and our laptops. We change their priorities from one sprint to the next.
We interview the candidates. We remain responsible for every release.
We pay a monthly rate per developer on signed timesheets.
"""
