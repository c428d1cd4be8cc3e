# Inside a store: claims of RDF 1.1 (subject, predicate, object) become claims of RDF 1.2 (one rdf:reifies with a triple
# term), at the same IRIs, each in its own graph. All other triples stay. The second step is for the default graph; where
# a store shows all graphs there, the first has left it nothing.
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
DELETE { GRAPH ?g { ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object } }
INSERT { GRAPH ?g { ?claim rdf:reifies ?triple } }
WHERE {
  GRAPH ?g { ?claim a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }
  BIND(TRIPLE(?subject, ?predicate, ?object) AS ?triple)
} ;
DELETE { ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }
INSERT { ?claim rdf:reifies ?triple }
WHERE {
  ?claim a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object
  BIND(TRIPLE(?subject, ?predicate, ?object) AS ?triple)
}
