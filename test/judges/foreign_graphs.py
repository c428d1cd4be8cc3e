"""Typed, weighted graphs as other tools write them, and whether they are the same after they went through Clew.

Usage: foreign_graphs.py make FOLDER COUNT      writes <i>.networkx.graphml, <i>.networkx.gexf and <i>.igraph.graphml
       foreign_graphs.py compare               reads lines of "before<TAB>after", prints what differs as JSON, a list for each
"""

import json
import math
import os
import random
import sys

import igraph
import networkx

TEXTS = ["plain", "=1+1", 'a "quoted" <b> & c', "two\nlines", "tab\there", "שלום עולם", "🚢 ferry", "a;b,c", " ends ", "0x1F"]
NAMES = {
    "age": lambda r: r.randrange(-(2**31), 2**31),
    "count": lambda r: r.choice([0, -1, 2**53 + 1, 2**63 - 1, -(2**63), r.randrange(2**40)]),
    # igraph rounds to 15 digits, and refuses what is then beyond the bounds of a double.
    "share": lambda r: r.choice([0.1, 2.0, -0.0, 1e-300, 1e300, math.inf, -math.inf, math.nan, r.random()]),
    "active": lambda r: r.random() < 0.5,
    "note": lambda r: r.choice(TEXTS),
    "first name": lambda r: r.choice(TEXTS),
    "größe": lambda r: r.choice(TEXTS),
    "time": lambda r: r.choice(["2001", "noon"]),
}


def attributes(r):
    return {name: value(r) for name, value in NAMES.items() if r.random() < 0.8}


def with_networkx(r):
    graph = networkx.MultiDiGraph()
    keys = [f"n{i}" for i in range(r.randrange(2, 8))]
    for key in keys:
        graph.add_node(key, label=f"Node {key}", **attributes(r))
    for i in range(r.randrange(1, 12)):
        graph.add_edge(r.choice(keys), r.choice(keys), key=f"e{i}", weight=r.choice([0.5, 1.0, 3.0, r.random()]), **attributes(r))
    return graph


def with_igraph(r):
    count = r.randrange(2, 8)
    graph = igraph.Graph(directed=True)
    graph.add_vertices(count)
    # It knows numbers, truth values and texts, and each of all vertices.
    for name in ("share", "active", "note"):
        graph.vs[name] = [NAMES[name](r) for _ in range(count)]
    graph.add_edges([(r.randrange(count), r.randrange(count)) for _ in range(r.randrange(1, 12))])
    graph.es["weight"] = [r.choice([0.5, 1.0, 3.0, r.random()]) for _ in range(graph.ecount())]
    graph.es["active"] = [r.random() < 0.5 for _ in range(graph.ecount())]
    return graph


def make(folder, count):
    for i in range(count):
        r = random.Random(i)
        graph = with_networkx(r)
        networkx.write_graphml(graph, os.path.join(folder, f"{i}.networkx.graphml"))
        networkx.write_gexf(graph, os.path.join(folder, f"{i}.networkx.gexf"))
        with_igraph(r).write_graphml(os.path.join(folder, f"{i}.igraph.graphml"))


def same(before, after):
    if type(before) is not type(after):
        return False
    if isinstance(before, float):
        return math.copysign(1, before) == math.copysign(1, after) and (before == after or math.isnan(before) and math.isnan(after))
    return before == after


def differences(what, before, after):
    # Labels and ids are told anew, and an attribute that Clew's own columns are called like has a "_" behind it.
    return [
        f"{what} {name}: {value!r}, then {after.get(name, after.get(name + '_'))!r}"
        for name, value in before.items()
        if name not in ("id", "viz") and not same(value, after.get(name)) and not same(value, after.get(f"{name}_"))
    ]


def read(path):
    graph = networkx.read_graphml(path, force_multigraph=True) if path.endswith("graphml") else networkx.read_gexf(path)
    nodes = dict(graph.nodes(data=True))
    edges = sorted(
        ((source, target, data) for source, target, data in graph.edges(data=True)),
        # Edges have their weights and attributes to be told apart by: ids are told anew.
        key=lambda edge: (edge[0], edge[1], edge[2].get("weight", 0), *(repr(edge[2].get(n, edge[2].get(n + "_"))) for n in NAMES)),
    )
    return nodes, edges


def compare(before, after):
    (nodes, edges), (new_nodes, new_edges) = read(before), read(after)
    if list(map(str, sorted(nodes))) != list(map(str, sorted(new_nodes))) or len(edges) != len(new_edges):
        return [f"{len(nodes)} nodes and {len(edges)} edges, then {len(new_nodes)} and {len(new_edges)}"]
    found = [one for key, data in nodes.items() for one in differences(f"node {key}", data, new_nodes[key])]
    for (source, target, data), (new_source, new_target, new_data) in zip(edges, new_edges):
        what = f"edge {source} {target}"
        found += [f"{what}, then {new_source} {new_target}"] if (source, target) != (new_source, new_target) else []
        found += differences(what, data, new_data)
    return found + (compare_by_igraph(before, after) if before.endswith("graphml") and after.endswith("graphml") else [])


def read_by_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    # An attribute that no vertex has a value for may be declared all the same, with NaN for each.
    nodes = {
        vertex["id"]: {name: value for name, value in vertex.attributes().items() if value == value} for vertex in graph.vs
    }
    ids = graph.vs["id"]
    return nodes, sorted((ids[edge.source], ids[edge.target], edge["weight"]) for edge in graph.es)


def compare_by_igraph(before, after):
    (nodes, edges), (new_nodes, new_edges) = read_by_igraph(before), read_by_igraph(after)
    found = [] if edges == new_edges else [f"igraph: weights {edges}, then {new_edges}"]
    for key, data in nodes.items():
        found += [f"igraph: {one}" for one in differences(f"node {key}", data, new_nodes[key])]
    return found


if sys.argv[1] == "make":
    make(sys.argv[2], int(sys.argv[3]))
else:
    json.dump([compare(*line.rstrip("\n").split("\t")) for line in sys.stdin], sys.stdout)
