# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the cost of a row grows with their number, as a picture: the `growth` of a kept run as SVG, rows and microseconds a row
both by powers of ten. Readable on white and on black."""
import math

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 40, 60
STYLE = """<style>
  text { font: 13px sans-serif; fill: #1f2328 } .paper { fill: #ffffff } .grid { stroke: #d1d9e0 } .axis { stroke: #59636e }
  path { fill: none; stroke-width: 2 }
  .s0 { stroke: #0969da; fill: #0969da } .s1 { stroke: #8250df; fill: #8250df } .s2 { stroke: #1a7f37; fill: #1a7f37 }
  .s3 { stroke: #bc4c00; fill: #bc4c00 } path.s0, path.s1, path.s2, path.s3 { fill: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc } .paper { fill: #0d1117 } .grid { stroke: #3d444d } .axis { stroke: #9198a1 }
    .s0 { stroke: #4493f8; fill: #4493f8 } .s1 { stroke: #ab7df8; fill: #ab7df8 } .s2 { stroke: #3fb950; fill: #3fb950 }
    .s3 { stroke: #f0883e; fill: #f0883e } path.s0, path.s1, path.s2, path.s3 { fill: none }
  }
</style>"""
LINES = 4  # as many as STYLE has colours


def rows_text(rows):
    for size, letter in ((1_000_000, " M"), (1_000, " k")):
        if rows >= size and rows % size == 0:
            return "%d%s" % (rows // size, letter)
    return str(rows)


class _Axes:
    def __init__(self, points):
        rows = [point["rows"] for point in points]
        costs = [cost for point in points for cost in point["microseconds"].values()]
        self.left, self.right = math.log10(min(rows)), math.log10(max(rows))
        self.right += 1 if self.right == self.left else 0
        self.bottom = math.floor(math.log10(min(costs)))
        self.top = max(self.bottom + 1, math.ceil(math.log10(max(costs))))

    def x(self, rows):
        return LEFT + (math.log10(rows) - self.left) / (self.right - self.left) * (WIDTH - LEFT - RIGHT)

    def y(self, cost):
        return HEIGHT - BOTTOM - (math.log10(cost) - self.bottom) / (self.top - self.bottom) * (HEIGHT - TOP - BOTTOM)


def _frame(axes, points):
    out = []
    for power in range(axes.bottom, axes.top + 1):
        for step in (1, 2, 5):
            cost = step * 10.0 ** power
            if math.log10(cost) <= axes.top:
                out.append('<path class="grid" d="M%d %.1fH%d" style="stroke-width:1"/>' % (LEFT, axes.y(cost), WIDTH - RIGHT))
                out.append('<text x="%d" y="%.1f" text-anchor="end">%g</text>' % (LEFT - 8, axes.y(cost) + 4, cost))
    for point in points:
        x = axes.x(point["rows"])
        out.append('<path class="axis" d="M%.1f %dv6"/>' % (x, HEIGHT - BOTTOM))
        out.append('<text x="%.1f" y="%d" text-anchor="middle">%s</text>' % (x, HEIGHT - BOTTOM + 22, rows_text(point["rows"])))
    out.append('<path class="axis" d="M%d %dV%dH%d"/>' % (LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT))
    out.append('<text x="%d" y="%d" text-anchor="middle">rows in the log</text>' % ((LEFT + WIDTH - RIGHT) // 2, HEIGHT - 14))
    out.append('<text x="%d" y="24">microseconds a row</text>' % 12)
    return out


def svg(growth):
    """`growth`: [{"rows": 10000, "microseconds": {"first import": 5.1, ...}}, ...]"""
    points = sorted(growth, key=lambda point: point["rows"])
    names = list(dict.fromkeys(name for point in points for name in point["microseconds"]))[:LINES]
    axes = _Axes(points)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img">' % (WIDTH, HEIGHT),
           "<title>What a row costs, by the number of rows</title>", STYLE,
           '<rect class="paper" width="%d" height="%d"/>' % (WIDTH, HEIGHT)] + _frame(axes, points)
    labels = []
    for at, name in enumerate(names):
        mine = [(axes.x(point["rows"]), axes.y(point["microseconds"][name]))
                for point in points if name in point["microseconds"]]
        out.append('<path class="s%d" d="M%s"/>' % (at, "L".join("%.1f %.1f" % place for place in mine)))
        out += ['<circle class="s%d" cx="%.1f" cy="%.1f" r="3"/>' % (at, *place) for place in mine]
        labels.append((mine[-1][1], at, name))
    below = -math.inf
    for y, at, name in sorted(labels):  # beside the end of its line, but never over another
        below = max(y, below + 18)
        out.append('<circle class="s%d" cx="%d" cy="%.1f" r="4"/>' % (at, WIDTH - RIGHT + 14, below))
        out.append('<text x="%d" y="%.1f">%s</text>' % (WIDTH - RIGHT + 24, below + 4, name))
    return "\n".join(out + ["</svg>"]) + "\n"
