"""Holds files of N-Triples against shapes with pySHACL: pyshacl_judge.py SHAPES.nt, with a path on each line of standard
input. Standard output has a line for each: a JSON list of [focus node, constraint component], sorted, each once."""
import json
import sys

import rdflib
from pyshacl import validate

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
shapes = rdflib.Graph().parse(sys.argv[1], format="nt")
for line in sys.stdin:
    data = rdflib.Graph().parse(line.rstrip("\n"), format="nt")
    _, report, _ = validate(data, shacl_graph=shapes, ont_graph=shapes, advanced=False)
    name = lambda node: "_:" if isinstance(node, rdflib.BNode) else str(node)
    found = {
        (name(report.value(result, SH.focusNode)), str(report.value(result, SH.sourceConstraintComponent)))
        for result in report.objects(None, SH.result)
    }
    print(json.dumps(sorted(found)), flush=True)
