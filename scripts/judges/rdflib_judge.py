"""Reads RDF files with rdflib. Standard input has a line for each, "syntax TAB path"; what was read is written as N-Quads
beside it, as "path.rdflib". Standard output has a line for each: "ok TAB path" or "error TAB path TAB why"."""
import logging
import sys
import warnings

import rdflib

rdflib.NORMALIZE_LITERALS = False
NAMES = {"ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
# A lexical form that its datatype does not have is logged; it is kept, which is all that is asked here.
logging.disable(logging.WARNING)
warnings.simplefilter("ignore")

for line in sys.stdin:
    syntax, path = line.rstrip("\n").split("\t")
    try:
        dataset = rdflib.Dataset()
        dataset.parse(path, format=NAMES.get(syntax, syntax), publicID="https://suite.example/")
        with open(f"{path}.rdflib", "w", encoding="utf-8", newline="") as file:
            file.write(dataset.serialize(format="nquads"))
        print("ok", path, sep="\t")
    except Exception as error:
        print("error", path, " ".join(f"{type(error).__name__}: {error}".split())[:300], sep="\t")
