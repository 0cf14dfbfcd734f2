#!/usr/bin/env python3
"""Compares method calls that cargo-vestige resolves with the index of rust-analyzer.

usage: scip.py CALLS INDEX
  CALLS  the output of `cargo vestige calls --manifest-path W/Cargo.toml`
  INDEX  the output of `rust-analyzer scip W --output INDEX` (`rustup component add rust-analyzer`)

A call that both know agrees if both lead to the same line of the workspace, or both out of it. A method of a trait
agrees with the item that an impl has for it (rust-analyzer leads to either). Prints the differences and the share.
"""
import sys


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        if key & 7 == 0:
            value, at = varint(data, at)
        elif key & 7 == 2:
            size, at = varint(data, at)
            value, at = data[at : at + size], at + size
        elif key & 7 == 1:
            value, at = data[at : at + 8], at + 8
        else:
            value, at = data[at : at + 4], at + 4
        yield key >> 3, value


def numbers(data):
    at, found = 0, []
    while at < len(data):
        value, at = varint(data, at)
        found.append(value)
    return found


def read_index(path):
    uses, definitions = {}, {}
    for tag, document in fields(open(path, "rb").read()):
        if tag != 2:
            continue
        name, occurrences = "", []
        for tag, value in fields(document):
            if tag == 1:
                name = value.decode()
            elif tag == 2:
                occurrences.append(value)
        for occurrence in occurrences:
            span, symbol, roles = [], "", 0
            for tag, value in fields(occurrence):
                if tag == 1:
                    span = numbers(value)
                elif tag == 2:
                    symbol = value.decode()
                elif tag == 3:
                    roles = value
            if roles & 1:
                definitions.setdefault(symbol, (name, span[0] + 1))
            else:
                uses[(name, span[0] + 1, span[1] + 1)] = symbol
    return uses, definitions


def same_item(ours, theirs):
    """Whether ours is the item of a trait and theirs the one that an impl has for it: `Trait#f().`, `impl#[T][Trait]f().`"""
    head, bracket, name = theirs.rpartition("]")
    if not bracket or "impl#[" not in theirs or "][" not in head:
        return False
    of = head.rsplit("][", 1)[1].replace("`", "").split("<")[0]
    return ours.replace("`", "").endswith(f"{of}#{name}".replace("`", ""))


def of_foreign_trait(symbol, traits, named):
    """Whether a symbol is what an impl here has for a trait of another crate: ours is the item of the trait. Where the
    workspace has a trait of that name too, the file of the impl has to name the foreign one alone."""
    head, bracket, _ = symbol.rpartition("]")
    if not bracket or "][" not in head:
        return False
    of = head.rsplit("][", 1)[1].replace("`", "").split("<")[0]
    return of not in traits or named.get(of) == {False}


def main():
    uses, definitions = read_index(sys.argv[2])
    both = agree = 0
    packages = {symbol.split(" ")[2] for symbol in definitions if symbol.count(" ") > 2}
    differences = []
    at_line = {}
    # Methods of types stand in `impl#[Type]`, those of traits in the trait.
    traits = {symbol.rsplit("/", 1)[-1].split("#")[0].replace("`", "") for symbol in definitions if symbol.endswith("().")}
    # Names of types and traits that each file uses, and whether these are of the workspace.
    named = {}
    for (file, _, _), symbol in uses.items():
        if symbol.endswith("#") and symbol.count(" ") > 2:
            of = symbol.rsplit("/", 1)[-1][:-1].replace("`", "")
            named.setdefault(file, {}).setdefault(of, set()).add(symbol.split(" ")[2] in packages)
    for symbol, place in definitions.items():
        at_line.setdefault(place, []).append(symbol)
    for line in open(sys.argv[1]):
        place, goal, *_ = line.rstrip("\n").split("\t")
        if goal == "?":
            continue
        file, row, column = place.rsplit(":", 2)
        symbol = uses.get((file, int(row), int(column)))
        # At the name of a macro stand calls that it makes.
        if symbol is None or symbol.startswith("local ") or symbol.endswith("!"):
            continue
        both += 1
        theirs = definitions.get(symbol)
        ours = None
        if goal != "-":
            ours_file, ours_row = goal.rsplit(":", 1)
            ours = (ours_file, int(ours_row))
        if ours == theirs:
            agree += 1
            continue
        # Without a place of theirs, a macro made the impl.
        is_of_workspace = symbol.split(" ")[2] in packages
        if ours and is_of_workspace and any(same_item(known, symbol) for known in at_line.get(ours, [])):
            agree += 1
            continue
        if goal == "-" and of_foreign_trait(symbol, traits, named.get(theirs[0] if theirs else None, {})):
            agree += 1
            continue
        if theirs is None and is_of_workspace:
            both -= 1  # made by a macro: the index does not say where
            continue
        differences.append((place, goal, theirs, symbol))
    for place, goal, theirs, symbol in differences:
        where = "-" if theirs is None else f"{theirs[0]}:{theirs[1]}"
        print(f"{place}\tours {goal}\ttheirs {where}\t{symbol}")
    share = 100 * agree / max(both, 1)
    print(f"{both} calls known to both, {agree} agree ({share:.2f} %), {len(differences)} differ")


main()
