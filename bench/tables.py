"""Tables of what something costs here and at a peer, with the ratio: how every comparison in this folder is printed."""


def head(title: str, peer: str) -> None:
    print(f"\n{title}\n{'':26}{'ours':>12}{peer:>12}{f'ours/{peer}':>17}")


def row(label: str, ours: float, peer: float, digits: int = 0) -> None:
    ratio = f"{ours / peer:.2f}" if peer else "-"
    print(f"{label:26}{ours:>12,.{digits}f}{peer:>12,.{digits}f}{ratio:>17}")
