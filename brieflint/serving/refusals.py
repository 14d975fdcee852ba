"""What a visitor is told when something cannot be done."""

from http import HTTPStatus

from brieflint.serving.limits import MOST_BYTES, MOST_FILES, MOST_UPLOAD_SECONDS, RETRY_SECONDS


class Refusal(Exception):
    """An answer other than the one asked for: its status, what is wrong, what to do."""

    def __init__(self, status: int, title: str, advice: str) -> None:
        super().__init__(status, title, advice)
        self.status = status
        self.title = title
        self.advice = advice

    @property
    def headers(self) -> dict[str, str]:
        """What a machine is told beside the page."""
        return {"Retry-After": str(RETRY_SECONDS)} if self.status == HTTPStatus.TOO_MANY_REQUESTS else {}


def nothing_sent() -> Refusal:
    """For a form without a brief."""
    return Refusal(400, "There was no brief in what arrived.", "Please choose a file, or paste the text of a brief.")


def unreadable_form() -> Refusal:
    """For what is no form."""
    return Refusal(400, "The upload could not be read.", "Please send it once more, with the form on the first page.")


def wrong_kind() -> Refusal:
    """For a body that no form of these pages sends."""
    return Refusal(415, "This kind of upload is not read here.", "Please use the form on the first page.")


def too_large() -> Refusal:
    """For more bytes than are taken."""
    most = f"{MOST_BYTES // 2**20} MB"
    return Refusal(413, f"This is more than {most} at once.", "Please send fewer files, or the brief without its annexes.")


def too_many() -> Refusal:
    """For more files than are taken."""
    return Refusal(413, f"These are more than {MOST_FILES} files at once.", "Please send them in several turns, or as a zip.")


def too_slow() -> Refusal:
    """For an upload that does not come to its end."""
    return Refusal(
        408, f"The upload took longer than {MOST_UPLOAD_SECONDS} seconds.", "Please try again, or paste the text instead."
    )


def busy() -> Refusal:
    """For one upload more than can wait."""
    return Refusal(429, "Many briefs are being read just now.", f"Please try again in {RETRY_SECONDS} seconds.")


def foreign_host() -> Refusal:
    """For a request that was meant for another name."""
    advice = "Whoever runs it can allow the name: brieflint serve --allowed-host NAME."
    return Refusal(421, "This server does not answer to that name.", advice)


def foreign_form() -> Refusal:
    """For a form that another site has filled in."""
    return Refusal(403, "This form was sent from another site.", "Please open the first page here, and send the brief from it.")


OTHERS = {
    404: ("There is no such page here.", "The first page has the form for your brief."),
    405: ("This page does not take that.", "The first page has the form for your brief."),
}


def plain_refusal(status: int) -> Refusal:
    """For what the server itself refuses, by its status."""
    return Refusal(status, *OTHERS.get(status, ("This could not be done.", "Please go back to the first page and try again.")))


def failure() -> Refusal:
    """For a fault of ours."""
    return Refusal(500, "Something went wrong here.", "Please try again, or tell whoever runs this server.")
