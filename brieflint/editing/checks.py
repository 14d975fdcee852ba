"""What brieflint says of a text in an editor."""

from dataclasses import dataclass

from brieflint.checking import report_on
from brieflint.configuration.settings import Options
from brieflint.editing.texts import Text, read_text
from brieflint.errors import BriefError, ConfigError, PatternError
from brieflint.grounds import GroundsFinder
from brieflint.judged import JudgedBrief, judge_document
from brieflint.knowledge.vocabulary import Reader
from brieflint.linting.report import BriefReport, Report
from brieflint.reporting.entries import UNCHECKED
from brieflint.reporting.perspective import address
from brieflint.reporting.view import View

CONFIGURATION = "configuration"
TOO_MUCH = "This text needs more memory than there is. Ask brieflint check about a part of it."
FAULT = "brieflint made a mistake and could not check this text. Its own log says more; please report it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why a text could not be checked, in words for people; `code` is `UNCHECKED` or `CONFIGURATION`."""

    code: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A brief that has been judged, and the report on it in words for its reader."""

    judged: JudgedBrief
    report: BriefReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A text with what there is to say of it: an opinion, a trouble, or neither when it is empty or nobody wants it checked."""

    text: Text
    opinion: Opinion | None = None
    trouble: Trouble | None = None


def check_text(text: Text, options: Options, reader: Reader | None = None) -> Checked:
    """Check a text, with the settings that hold for it now. `reader` is whom the findings are told to."""
    if not text.words.strip():
        return Checked(text=text)
    try:
        finder = GroundsFinder(options)
        grounds = finder.find(text.path)
        if not finder.configuration.wants(text.path):
            return Checked(text=text)
        document = read_text(text, grounds.settings.limits)
        judged = judge_document(document, grounds)
        found = Report(briefs=(report_on(document, judged.reading, judged.verdict, grounds),))
        view = View(guide=grounds.patterns.guide, perspectives=grounds.patterns.perspectives, reader=reader)
        (report,) = address(found, view).checked
        return Checked(text=text, opinion=Opinion(judged=judged, report=report))
    except BriefError as error:
        return Checked(text=text, trouble=Trouble(code=UNCHECKED, told=str(error)))
    except (ConfigError, PatternError) as error:
        return Checked(text=text, trouble=Trouble(code=CONFIGURATION, told=str(error)))
    except (MemoryError, RecursionError):
        return Checked(text=text, trouble=Trouble(code=UNCHECKED, told=TOO_MUCH))
