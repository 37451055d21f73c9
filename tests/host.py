"""What a host makes of `_headers`: the rules that fit an address, all of them together or the last one of each header."""

from fnmatch import fnmatchcase


def rules(headers: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rules in the file, each with its path and headers."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in headers.splitlines():
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            found[-1][1].append((name, value))
        else:
            found.append((line, []))
    return found


def sent(headers: str, path: str, merge: bool = True) -> dict[str, str]:
    """The headers that go with `path`: of a host that joins what several rules say, or of one that keeps the last."""
    together: dict[str, str] = {}
    for pattern, pairs in rules(headers):
        if fnmatchcase(path, pattern):
            for name, value in pairs:
                together[name] = f"{together[name]}, {value}" if merge and name in together else value
    return together


def may_frame(policies: str | None) -> str:
    """Who may show a page with these policies in a frame: who every policy lets; all, when none says."""
    said = {
        words[1]
        for policy in (policies or "").split(",")
        for part in policy.split(";")
        if (words := part.split()) and words[0] == "frame-ancestors"
    }
    return "*" if said <= {"*"} else "'self'" if said <= {"*", "'self'"} else f"unknown: {said}"


def may_use(permissions: str, what: str) -> str:
    """Who may use `what` on a page with this permissions policy: of what is said twice, the last counts."""
    return dict(part.strip().split("=", 1) for part in permissions.split(","))[what]
