"""House words: what a company or a country calls a model, told in its configuration."""

from dataclasses import dataclass

from brieflint.knowledge.vocabulary import Model


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseWord:
    """A phrase and the model that it names here, None if it names none of them; whether to point it out to the author."""

    phrase: str
    model: Model | None
    flag: bool = False

    @property
    def id(self) -> str:
        """The id of its term."""
        return f"house.{'_'.join(self.phrase.lower().split())}"
