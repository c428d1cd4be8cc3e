"""Asks an endpoint with SPARQLWrapper; prints what came back as one JSON object: SELECT, ASK, CONSTRUCT, a wrong query."""
import json
import sys

from SPARQLWrapper import JSON, N3, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

endpoint, queries = sys.argv[1], json.loads(sys.argv[2])


def ask(query, form, method=None):
    client = SPARQLWrapper(endpoint)
    client.setQuery(query)
    client.setReturnFormat(form)
    if method:
        client.setMethod(method)
    return client.query().convert()


rows = ask(queries["select"], JSON)["results"]["bindings"]
posted = ask(queries["select"], JSON, POST)["results"]["bindings"]
assert rows == posted, "GET and POST differ"
turtle = ask(queries["construct"], N3).decode("utf-8")
from rdflib import Graph  # what SPARQLWrapper brings along

try:
    ask(queries["wrong"], JSON)
    error = False
except QueryBadFormed:
    error = True
print(
    json.dumps(
        {
            "select": sorted(row["l"]["value"] for row in rows),
            "ask": ask(queries["ask"], JSON)["boolean"],
            "construct": len(Graph().parse(data=turtle, format="turtle")),
            "error": error,
        }
    )
)
