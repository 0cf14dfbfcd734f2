"""Rust source cut into items, by tokens: enough to move items about without a parser.

In: the text of a file. Out: its items with what stands in their braces, as ranges that together are the text again. It does not
know what an item means; what it cannot cut it calls odd, and whoever asks leaves that alone.
"""
import collections
import re

TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)|(?P<block>/\*)"""
    r"""|(?P<literal>[bc]?r(?P<hashes>\#*)"(?:.|\n)*?"(?P=hashes)|[bc]?"(?:\\.|[^"\\])*"|b?'(?:\\.[^']*|[^'\\])'|\d\w*(?:\.\d\w*)?)"""
    r"""|(?P<lifetime>'[A-Za-z_]\w*)|(?P<word>(?:r\#)?[^\W\d]\w*)|(?P<mark>.)""",
    re.S,
)
OPEN, CLOSE = "([{", ")]}"
# They come before what says what an item is.
QUALIFIERS = {"default", "async", "unsafe", "auto", "safe", "gen"}
# With braces at the end, or a semicolon.
BODIES = {"fn", "impl", "trait", "mod", "enum", "struct", "union", "macro"}
ENDED = {"use", "type", "static"}
REST = re.compile(r"[ \t]*(//[^\n]*)?(\n|$)")

Token = collections.namedtuple("Token", "kind text start end")
# `start` and `end` with the comments before it and behind it on its line; `first` and `last` are tokens, `body` are braces.
Item = collections.namedtuple("Item", "kind name start end first last body")


class Odd(Exception):
    """It cannot be cut."""


class Source:
    """A text with its tokens, and for each bracket its other."""

    def __init__(self, text):
        self.text, self.tokens, self.other = text, list(tokens(text)), {}
        opened = []
        for at, token in enumerate(self.tokens):
            if token.kind == "mark" and token.text in OPEN:
                opened.append(at)
            elif token.kind == "mark" and token.text in CLOSE:
                if not opened or OPEN.index(self.tokens[opened[-1]].text) != CLOSE.index(token.text):
                    raise Odd(f"a bracket at {token.start}")
                self.other[opened.pop()] = at
        if opened:
            raise Odd("an open bracket")

    def word(self, at):
        return self.tokens[at].text if at < len(self.tokens) else ""

    def items(self, body=None):
        """The items of the file, or of braces."""
        low, high = (body[0] + 1, body[1]) if body else (0, len(self.tokens))
        start = self.after(self.tokens[body[0]].end) if body else 0
        found, at = [], low
        while at < high:
            kind, name, last, braces = self.item(at, high)
            end = self.after(self.tokens[last].end)
            found.append(Item(kind, name, start, end, at, last, braces))
            start, at = end, last + 1
        return found

    def after(self, end):
        """Behind the line that something ends on, if nothing else stands there."""
        rest = REST.match(self.text, end)
        return rest.end() if rest else end

    def item(self, at, high):
        while self.word(at) == "#":
            inner = self.word(at + 1) == "!"
            at = self.other[at + 1 + inner] + 1
            if inner:
                return "inner", "", at - 1, None
        while True:
            word, then = self.word(at), self.word(at + 1)
            if word in ("pub", "crate"):
                at = self.other[at + 1] + 1 if then == "(" else at + 1
            elif word in QUALIFIERS and then not in ("!", "::"):
                at += 1
            elif word == "const" and then in ("fn", "unsafe", "async", "extern", "trait", "impl"):
                at += 1
            elif word == "extern" and then == "crate":
                return "extern crate", self.word(at + 2), self.ended(at, high), None
            elif word == "extern":
                at += 2 if self.tokens[at + 1].kind == "literal" else 1
                if self.word(at) == "{":
                    return "extern", "", self.other[at], (at, self.other[at])
            else:
                break
            if at >= high:
                raise Odd("nothing behind a qualifier")
        if word in ENDED or word == "const":
            return word, then, self.ended(at, high), None
        if word in BODIES and then != "!":
            last, body = self.body(at, high)
            return word, then, last, body
        return self.call(at, high)

    def ended(self, at, high):
        while at < high and self.word(at) != ";":
            at = self.other.get(at, at) + 1
        if at >= high:
            raise Odd("no semicolon")
        return at

    def body(self, at, high):
        while at < high:
            if self.word(at) == ";":
                return at, None
            # Braces before `>` or `,` are an argument: `Buffer<{ N }>`.
            if self.word(at) == "{" and self.word(self.other[at] + 1) not in (">", ","):
                return self.other[at], (at, self.other[at])
            at = self.other.get(at, at) + 1
        raise Odd("no body")

    def call(self, at, high):
        """`macro_rules! x {}` and `path::to!(…);`"""
        first = at
        while at < high and (self.tokens[at].kind == "word" or self.word(at) == ":"):
            at += 1
        if at == first or self.word(at) != "!":
            raise Odd(f"`{self.word(first)}` at {self.tokens[first].start}")
        at += 2 if self.tokens[at + 1].kind == "word" else 1
        if at not in self.other:
            raise Odd("no arguments")
        last = self.other[at]
        return self.word(first) + "!", "", last if self.word(at) == "{" else self.ended(last, high), None

    def every(self, body=None):
        """All lists of items: of the file, and of what has braces with items."""
        try:
            found = self.items(body)
        except Odd:
            if body is None:
                raise
            return
        yield body, found
        for item in found:
            if item.body and item.kind in ("mod", "impl", "trait"):
                yield from self.every(item.body)

    def head(self, body, found):
        """Where in a list items may come first: behind inner attributes, inner documentation and the comment of a file."""
        start = next((it.start for it in found if it.kind != "inner"), found[-1].end if found else 0)
        first = next((self.tokens[it.first].start for it in found if it.kind != "inner"), start)
        lead = self.text[start:first]
        inner = [it.end() for it in re.finditer(r"^[ \t]*(//!|/\*!(.|\n)*?\*/)[^\n]*\n", lead, re.M)]
        block = re.match(r"(\s*//[^\n]*\n)+\n", lead) if body is None and not inner else None
        return start + (inner[-1] if inner else block.end() if block else 0)


def tokens(text):
    """All tokens without comments; block comments nest."""
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        at = found.end()
        if found.lastgroup == "block":
            depth = 1
            while depth:
                mark = re.compile(r"/\*|\*/").search(text, at)
                if not mark:
                    raise Odd("an open comment")
                depth, at = depth + (1 if mark.group() == "/*" else -1), mark.end()
        elif found.lastgroup != "space":
            yield Token(found.lastgroup, found.group(), found.start(), found.end())
