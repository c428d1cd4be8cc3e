"""One peer in Python, given the file that ours wrote: peer.py networkx|igraph|rdflib SOURCE TARGET

Reading is not timed. Prints JSON: seconds of processor and clock, and megabytes at the most with what it holds."""
import json
import resource
import sys
import time

tool, source, target = sys.argv[1:]
if tool == "networkx":
    import networkx

    graph = networkx.read_graphml(source, edge_key_type=str)
    work = lambda: networkx.write_graphml_lxml(graph, target)
elif tool == "igraph":
    import igraph

    graph = igraph.Graph.Read_GraphML(source)
    work = lambda: graph.write_graphml(target)
else:
    import rdflib

    graph = rdflib.Dataset()
    graph.parse(source, format="nquads")
    work = lambda: graph.serialize(target, format="nquads")
start, busy = time.perf_counter(), time.process_time()
work()
print(
    json.dumps(
        {
            "wall": time.perf_counter() - start,
            "cpu": time.process_time() - busy,
            "more": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        }
    )
)
