"""Reads a GraphML file and writes it again. Usage: rewrite_graph.py networkx|igraph IN OUT"""

import sys

tool, source, target = sys.argv[1:]
if tool == "networkx":
    import networkx

    networkx.write_graphml(networkx.read_graphml(source), target)
else:
    import igraph

    igraph.Graph.Read_GraphML(source).write_graphml(target)
