"""Reads graph files with readers that Clew did not write, and prints what they saw as JSON.

Usage: read_graphs.py FORMAT FILE...   FORMAT: graphml or gexf
"""

import json
import math
import sys
import warnings
import xml.parsers.expat

import igraph
import lxml.etree
import networkx


def plain(value):
    """A value as JSON can hold it; special floats as text."""
    if isinstance(value, float) and not math.isfinite(value):
        return repr(value)
    return value


def attributes(data):
    return {name: plain(value) for name, value in data.items()}


def with_networkx(kind, path):
    graph = networkx.read_graphml(path, edge_key_type=str) if kind == "graphml" else networkx.read_gexf(path)
    edges = (
        graph.edges(keys=True, data=True)
        if graph.is_multigraph()
        else ((source, target, data.get("id"), data) for source, target, data in graph.edges(data=True))
    )
    return {
        "directed": graph.is_directed(),
        "nodes": [[key, attributes(data)] for key, data in graph.nodes(data=True)],
        "edges": [[key, source, target, attributes(data)] for source, target, key, data in edges],
    }


def with_igraph(kind, path):
    if kind != "graphml":
        return None
    graph = igraph.Graph.Read_GraphML(path)
    names = graph.vs["id"] if graph.vcount() else []
    return {
        "directed": graph.is_directed(),
        "nodes": [[vertex["id"], attributes(vertex.attributes())] for vertex in graph.vs],
        "edges": [
            [edge["id"], names[edge.source], names[edge.target], attributes(edge.attributes())] for edge in graph.es
        ],
    }


def with_lxml(path):
    """Counts and texts by way of libxml2, with none of its repairs."""
    tree = lxml.etree.parse(path, lxml.etree.XMLParser(recover=False, huge_tree=True))
    return len(list(tree.iter("{*}node"))), len(list(tree.iter("{*}edge")))


def with_expat(path):
    parser = xml.parsers.expat.ParserCreate()
    with open(path, "rb") as file:
        parser.ParseFile(file)
    return True


def attempt(read, *arguments):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = {"ok": read(*arguments)}
        except Exception as error:  # every complaint of a reader is a finding
            result = {"error": f"{type(error).__name__}: {error}"}
    if caught:
        result["warnings"] = [str(warning.message) for warning in caught]
    return result


kind, *paths = sys.argv[1:]
json.dump(
    [
        {
            "networkx": attempt(with_networkx, kind, path),
            "igraph": attempt(with_igraph, kind, path),
            "lxml": attempt(with_lxml, path),
            "expat": attempt(with_expat, path),
        }
        for path in paths
    ],
    sys.stdout,
)
