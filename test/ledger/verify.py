#!/usr/bin/env python3
"""Verifies exported ledgers with Python's standard library alone, by the format that src/domain/ledger.ts describes.

    verify.py [--against NUMBER:HASH]... FILE...    FILE may be -, for standard input

--against: the ledger must have an entry of this number with this hash; a digest names both. One line is printed for each file.
Exit code 0: all are whole and as witnessed; 1: one is not; 2: wrong use.
"""
import hashlib
import json
import re
import sys

START, MAX_LINE, MAX_DEPTH, MAX_NUMBER = "0" * 64, 16 * 1024 * 1024, 32, 2**53 - 1
MEMBERS = {"seq": int, "at": str, "by": str, "kind": str, "key": str, "body": dict, "prev": str, "hash": str}
HASHED = sorted(set(MEMBERS) - {"hash"})
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
WITNESS = re.compile(r"(0|[1-9][0-9]{0,14}):([0-9a-f]{64})")


def refuse(what):
    raise ValueError(f"{what} has no place in a ledger")


parse = json.JSONDecoder(parse_float=refuse, parse_constant=refuse).decode
write = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def ordered(value, depth=MAX_DEPTH):
    """The value with its names in canonical order. ValueError for what has no canonical form."""
    kind = type(value)
    if kind is int:
        return value if -MAX_NUMBER <= value <= MAX_NUMBER else refuse(value)
    if kind is not dict and kind is not list:
        return value
    if depth == 0:
        refuse("such nesting")
    if kind is list:
        return [ordered(each, depth - 1) for each in value]
    return {name: ordered(value[name], depth - 1) for name in sorted(value, key=lambda name: name.encode("utf-16-be"))}


def read(line):
    """The entry of a line, and the hash it must have. ValueError when the ledger would not have written this very line."""
    text = line.decode("utf-8")
    entry = parse(text)
    if type(entry) is not dict or any(type(entry.get(name)) is not kind for name, kind in MEMBERS.items()):
        refuse("such a line")
    entry = {name: ordered(entry[name]) for name in MEMBERS}
    if write(entry) != text or not TIME.fullmatch(entry["at"]):
        refuse("such spelling")
    return entry, hashlib.sha256(write({name: entry[name] for name in HASHED}).encode("utf-8")).hexdigest()


def verify(file, witnesses):
    """How many entries are right, the hash of the last of them, and what is wrong then; None when nothing is."""
    entries, head, seen = 0, START, {0: START}
    for line in iter(lambda: file.readline(MAX_LINE + 1), b""):
        number = entries + 1
        try:
            entry, right = read(line[:-1] if line.endswith(b"\n") else refuse("a line without end"))
        except (ValueError, RecursionError):
            return entries, head, f"line {number} is not as the ledger writes an entry"
        if (entry["seq"], entry["prev"], entry["hash"]) != (number, head, right):
            return entries, head, f"entry {number} was changed, or does not follow the one before it"
        entries, head = number, right
        if number in witnesses:
            seen[number] = head
    wrong = [number for number, hashes in witnesses.items() if hashes != {seen.get(number)}]
    return entries, head, f"entry {min(wrong)} is cut off, or not the witnessed one" if wrong else None


def main(args):
    witnesses, files = {}, []
    for arg in (words := iter(args)):
        witness = WITNESS.fullmatch(next(words, "")) if arg == "--against" else None
        if witness:
            witnesses.setdefault(int(witness[1]), set()).add(witness[2])
        elif arg == "-" or not arg.startswith("-"):
            files.append(arg)
        else:
            files = []
            break
    if not files:
        return print(__doc__, file=sys.stderr) or 2
    code = 0
    for name in files:
        try:
            with sys.stdin.buffer if name == "-" else open(name, "rb") as file:
                entries, head, wrong = verify(file, witnesses)
        except OSError as error:
            return print(f"The ledger file {name} cannot be read: {error.strerror}.", file=sys.stderr) or 2
        print(f"{name}: {'not whole' if wrong else 'whole'}, {entries} entries, head {head}{': ' + wrong if wrong else ''}")
        code = 1 if wrong else code
    return code


sys.exit(main(sys.argv[1:]))
