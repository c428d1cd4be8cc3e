"""Reads RDF files with rdflib and prints them as N-Quads, one JSON string per file: python rdflib_nquads.py FORMAT PATH ..."""
import json
import sys

import rdflib
from rdflib import Dataset

rdflib.NORMALIZE_LITERALS = False


def main(arguments):
    texts = []
    for name, path in zip(arguments[::2], arguments[1::2]):
        dataset = Dataset()
        dataset.parse(path, format=name)
        texts.append(dataset.serialize(format="nquads"))
    print(json.dumps(texts))


main(sys.argv[1:])
