"""`brieflint annotate` and `brieflint clean`, as their users know them."""

import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from brieflint.cli import main
from brieflint.documents import read
from tests.documents.packages import docx, p, relationships, zipped
from tests.reviewing.bodies import BODIES, MAKER, contents, part
from tests.reviewing.example import build

SIGNATURE = "_xmlsignatures/sig1.xml"


@pytest.fixture(scope="module")
def example() -> bytes:
    return build()


@pytest.fixture
def brief(example: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rfp.docx").write_bytes(example)
    return tmp_path / "rfp.docx"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def annotate(brief: Path, *options: str) -> bytes:
    result = run("annotate", brief, "-o", brief.with_name("reviewed.docx"), *options)
    assert (result.exit_code, result.stdout) == (0, ""), result.output
    return brief.with_name("reviewed.docx").read_bytes()


def comments(data: bytes, author: str = "brieflint") -> list[str]:
    """The words of each comment."""
    written = part(data, "word/comments.xml").decode()
    found = re.findall(rf'<w:comment [^>]*w:author="{author}"[^>]*>(.*?)</w:comment>', written, re.DOTALL)
    return [unescape(" ".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", words))) for words in found]


def test_the_example_of_the_documentation_is_fresh(example: bytes, root: Path):
    """When it is not: python -m tests.reviewing.example docs/rfp.docx."""
    assert read(root / "docs" / "rfp.docx").text == read_text(example)


def read_text(data: bytes) -> str:
    from brieflint.documents.docx import read as read_docx

    return read_docx(data, "rfp.docx").text


def test_labels_evidence_and_the_whole_brief_have_a_comment(brief: Path):
    said = comments(annotate(brief))
    assert said[0].startswith("You call it IT outsourcing. You describe staff augmentation.")
    assert "A vendor may read this as a function to be run to service levels" in said[1]
    assert "The Most Common Mislabelling" in said[1]
    assert sum("is about this name, too" in words for words in said) == 3
    assert any(words.startswith("Manages the people") for words in said)


def test_comments_are_signed_and_dated(brief: Path):
    written = part(annotate(brief), "word/comments.xml").decode()
    assert written.count('w:author="brieflint" w:date="2026-09-21T14:13:20Z" w:initials="bl"') == len(comments(annotate(brief)))


def test_the_same_brief_gives_the_same_bytes(brief: Path):
    assert annotate(brief, "--suggest") == annotate(brief, "--suggest")


def test_suggestions_are_tracked_changes_to_the_right_name(brief: Path):
    before, after = read(brief).text, read_text(annotate(brief, "--suggest"))
    corrected = before.replace("IT OUTSOURCING", "STAFF AUGMENTATION")
    assert after == re.sub("IT outsourcing(?! opp)", "staff augmentation", corrected)
    assert "w:del " not in part(annotate(brief)).decode()


def test_what_leaves_the_house_are_questions(brief: Path):
    said = comments(annotate(brief, "--audience", "external"))
    assert said[0].startswith("Question The documents use the term 'IT OUTSOURCING'")
    assert said[1:] == ["The same name The question on this name concerns this place, too."] * 3
    inside = " ".join(comments(annotate(brief)))
    for words in ("certain", "speaks for", "A vendor may", "Fix:", "you decide"):
        assert words in inside
        assert words not in " ".join(said)


def test_who_sends_it_out_is_told_of_comments_by_others(brief: Path):
    told = run("annotate", brief, "-o", "out.docx", "--audience", "external").stderr
    assert "1 comment by other people is in this file" in told
    assert comments(Path("out.docx").read_bytes(), "Odette Fraser") == ["Legal has seen this paragraph."]


@pytest.mark.parametrize("options", [(), ("--suggest",), ("--audience", "external", "--suggest")])
def test_clean_gives_the_file_back_byte_for_byte(brief: Path, options: tuple[str, ...]):
    annotate(brief, *options)
    assert run("clean", "reviewed.docx", "-o", "clean.docx").exit_code == 0
    assert contents(Path("clean.docx").read_bytes()) == contents(brief.read_bytes())


def test_a_review_takes_the_place_of_an_earlier_one(brief: Path):
    once = annotate(brief, "--suggest")
    brief.write_bytes(once)
    assert contents(annotate(brief, "--suggest")) == contents(once)


def test_clean_leaves_a_file_without_our_marks_alone(brief: Path):
    assert run("clean", brief, "-o", "clean.docx").exit_code == 0
    assert contents(Path("clean.docx").read_bytes()) == contents(brief.read_bytes())


def test_a_comment_on_our_words_outlives_them(tmp_path: Path):
    theirs = '<w:commentRangeStart w:id="3"/>{}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
    words = "<w:r><w:t>dedicated team</w:t></w:r>"
    body = p(f'<w:ins w:id="5" w:author="brieflint">{theirs.format(words)}</w:ins>')
    (tmp_path / "a.docx").write_bytes(docx(body, comments=f'<w:comment w:id="3" {MAKER}>{p("Fine by me.")}</w:comment>'))
    assert run("clean", tmp_path / "a.docx", "-o", tmp_path / "b.docx").exit_code == 0
    cleaned = part((tmp_path / "b.docx").read_bytes()).decode()
    assert theirs.format("") in cleaned
    assert "dedicated team" not in cleaned


def test_what_word_keeps_of_our_comments_elsewhere_goes_too(tmp_path: Path):
    names = 'xmlns:w14="urn:w14" xmlns:w15="urn:w15" xmlns:cid="urn:cid"'
    ours = f'<w:comment w:id="3" w:author="brieflint"><w:p {names} w14:paraId="0A"/></w:comment>'
    theirs = f'<w:comment w:id="4" {MAKER}><w:p {names} w14:paraId="0B"/></w:comment>'
    data = docx(p("Words."), comments=ours + theirs)
    extra = {
        "commentsExtended": f'<w15:ex {names}><w15:commentEx w15:paraId="0A"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/></w15:ex>',
        "commentsIds": f'<cid:ids {names}><cid:id cid:paraId="0A" cid:durableId="77"/><cid:id cid:paraId="0B"/></cid:ids>',
        "commentsExtensible": f'<cid:all {names}><cid:one cid:durableId="77"/><cid:one cid:durableId="78"/></cid:all>',
        "people": f'<w15:people {names}><w15:person w15:author="brieflint"/><w15:person w15:author="Maja Lind"/></w15:people>',
    }
    parts = dict(contents(data))
    relations = parts["word/_rels/document.xml.rels"].decode()
    links = "".join(f'<Relationship Id="x{kind}" Type="urn:x/{kind}" Target="{kind}.xml"/>' for kind in extra)
    parts["word/_rels/document.xml.rels"] = relations.replace("</Rel", f"{links}</Rel").encode()
    (tmp_path / "a.docx").write_bytes(zipped({**parts, **{f"word/{kind}.xml": text for kind, text in extra.items()}}))
    assert run("clean", tmp_path / "a.docx", "-o", tmp_path / "b.docx").exit_code == 0
    cleaned = dict(contents((tmp_path / "b.docx").read_bytes()))
    assert b'paraId="0A"' not in b"".join(cleaned.values())
    assert b"paraIdParent" not in cleaned["word/commentsExtended.xml"]
    assert b'<w15:commentEx w15:paraId="0B" w15:done="0"/>' in cleaned["word/commentsExtended.xml"]
    assert (cleaned["word/commentsExtensible.xml"].count(b"cid:one"), b"brieflint" in cleaned["word/people.xml"]) == (1, False)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (zipped({**dict(contents(docx(p("A brief.")))), SIGNATURE: "<x/>"}), "signed"),
        (docx(p("A brief."), settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'), "protected"),
        (docx(p("A brief."), settings='<w:documentProtection w:edit="forms" w:enforcement="true"/>'), "protected"),
        (docx(""), "the file is empty"),
        (zipped({"a.txt": relationships("")}), "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
    ids=["signed", "read only", "a form", "empty", "no document", "encrypted"],
)
def test_a_file_that_takes_no_marks_is_told_kindly(data: bytes, told: str, tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(data)
    result = run("annotate", tmp_path / "a.docx", "-o", tmp_path / "b.docx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert not (tmp_path / "b.docx").exists()


@pytest.mark.parametrize("name", ["a.docm", "a.dotx", "a.txt", "-", "no.docx"])
def test_other_files_are_told_what_to_do(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    if name != "no.docx":
        (tmp_path / name).write_text("We ask for a managed service.")
    for command in ("annotate", "clean"):
        result = run(command, name, "-o", "b.docx")
        assert result.exit_code == 2
        assert ("no such file" if name == "no.docx" else "Open it in Word and save it as .docx") in result.stderr


def test_where_only_comments_are_allowed_only_comments_are_made(tmp_path: Path):
    data = docx(BODIES["one run"], settings='<w:documentProtection w:edit="comments" w:enforcement="1"/>')
    (tmp_path / "a.docx").write_bytes(data)
    assert run("annotate", tmp_path / "a.docx", "-o", tmp_path / "b.docx").exit_code == 0
    result = run("annotate", tmp_path / "a.docx", "-o", tmp_path / "b.docx", "--suggest")
    assert (result.exit_code, "Leave out --suggest" in result.stderr) == (2, True)
