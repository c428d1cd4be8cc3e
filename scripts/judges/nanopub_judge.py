"""Says of each nanopublication in a TriG file whether the nanopub package takes it for well-formed: a line for each,
"ok TAB IRI" or "error TAB IRI TAB why"."""
import sys
import warnings

import rdflib
from nanopub import Nanopub, NanopubConf

warnings.simplefilter("ignore")
NP = rdflib.Namespace("http://www.nanopub.org/nschema#")

whole = rdflib.Dataset()
whole.parse(sys.argv[1], format="trig")
# By head, its graphs; a graph that no head names goes to the nanopublication whose IRI its own begins with.
found = sorted({subject for subject, _, _, _ in whole.quads((None, rdflib.RDF.type, NP.Nanopublication, None))})
for iri in found:
    one = rdflib.ConjunctiveGraph()
    for graph in whole.graphs():
        if str(graph.identifier).startswith(f"{iri}/"):
            for triple in graph:
                one.get_context(graph.identifier).add(triple)
    try:
        assert Nanopub(rdf=one, conf=NanopubConf()).is_valid
        print("ok", iri, sep="\t")
    except Exception as error:
        print("error", iri, " ".join(f"{type(error).__name__}: {error}".split())[:300], sep="\t")
