#!/usr/bin/env python3
"""Verifies exported ledgers with Python's standard library alone, by the format that src/domain/ledger.ts describes.

    verify.py [--against NUMBER:HASH]... FILE...    FILE may be -, for standard input

--against: the ledger must have an entry of this number with this hash; a digest names both. One line is printed for each file.
Exit code 0: all are whole and as witnessed; 1: one is not; 2: wrong use.
"""
import hashlib
import json
import operator
import re
import sys

START, MAX_LINE, MAX_DEPTH = "0" * 64, 16 * 1024 * 1024, 32
MEMBERS = ["seq", "at", "by", "kind", "key", "body", "prev", "hash"]
TYPES, NESTING = [int, str, str, str, str, dict, str, str], {dict, list}
LINE, HASHED = ("{%s}" % ",".join(f'"{name}":%({name})s' for name in names) for names in (MEMBERS, sorted(MEMBERS[:-1])))
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
WITNESS = re.compile(r"(0|[1-9][0-9]{0,14}):([0-9a-f]{64})")


def refuse(what):
    raise ValueError(f"{what} has no place in a ledger")


def number(digits):
    return int(digits) if len(digits) < 18 and abs(int(digits)) < 2**53 else refuse(digits)


parse = json.JSONDecoder(parse_int=number, parse_float=refuse, parse_constant=refuse).decode
write = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
quote = json.encoder.encode_basestring
by_utf_16 = operator.methodcaller("encode", "utf-16-be")


def ordered(value, order, depth=MAX_DEPTH):
    """An object or array with its names in canonical order. ValueError for what nests too deep."""
    if depth == 0:
        refuse("such nesting")
    if type(value) is list:
        return [ordered(each, order, depth - 1) if type(each) in NESTING else each for each in value]
    names = sorted(value, key=order)
    return {name: ordered(each, order, depth - 1) if type(each := value[name]) in NESTING else each for name in names}


def read(line):
    """The entry of a line, and the hash it must have. ValueError when the ledger would not have written this very line."""
    text = line.decode("utf-8")
    entry = parse(text)
    if type(entry) is not dict or [type(entry.get(name)) for name in MEMBERS] != TYPES or not TIME.fullmatch(entry["at"]):
        refuse("such a line")
    body = write(ordered(entry["body"], None if text.isascii() else by_utf_16))
    texts = {name: quote(value) for name, value in entry.items() if type(value) is str} | {"seq": entry["seq"], "body": body}
    if LINE % texts != text:
        refuse("such spelling")
    return entry, hashlib.sha256((HASHED % texts).encode("utf-8")).hexdigest()


def verify(file, witnesses):
    """How many entries are right, the hash of the last of them, and what is wrong then; None when nothing is."""
    entries, head, seen = 0, START, {0: START}
    for line in iter(lambda: file.readline(MAX_LINE + 1), b""):
        try:
            entry, right = read(line[:-1] if line.endswith(b"\n") else refuse("a line without end"))
        except (ValueError, RecursionError):
            return entries, head, f"line {entries + 1} is not as the ledger writes an entry"
        if (entry["seq"], entry["prev"], entry["hash"]) != (entries + 1, head, right):
            return entries, head, f"entry {entries + 1} was changed, or does not follow the one before it"
        entries, head = entries + 1, right
        if entries in witnesses:
            seen[entries] = head
    wrong = [entry for entry, hashes in witnesses.items() if hashes != {seen.get(entry)}]
    return entries, head, f"entry {min(wrong)} is cut off, or not the witnessed one" if wrong else None


def main(args):
    witnesses, files = {}, []
    for arg in (words := iter(args)):
        witness = WITNESS.fullmatch(next(words, "")) if arg == "--against" else None
        if witness:
            witnesses.setdefault(int(witness[1]), set()).add(witness[2])
        elif arg.startswith("-") and arg != "-":
            return print(__doc__, file=sys.stderr) or 2
        else:
            files.append(arg)
    code = 0 if files else print(__doc__, file=sys.stderr) or 2
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
