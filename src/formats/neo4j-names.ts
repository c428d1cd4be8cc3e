/** Labels and relationship types as Neo4j's users write them. */

/** `ex:Company` as `Company`. What is left keeps letters, digits and `_` only, and begins with no digit. */
export function neo4jLabel(term: string): string {
  return legal(localName(term));
}

/** `ex:fasterThan` as `FASTER_THAN`. */
export function neo4jType(term: string): string {
  return legal(localName(term).replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')).toUpperCase();
}

function localName(term: string): string {
  return term.slice(Math.max(term.lastIndexOf(':'), term.lastIndexOf('/'), term.lastIndexOf('#')) + 1);
}

/** Restricted to ASCII, so that no name ever needs quoting: what is unquoted can't break out of its quotes. */
function legal(name: string): string {
  const clean = name.replace(/[^A-Za-z0-9_]/g, '_');
  return /^[A-Za-z]/.test(clean) ? clean : `N${clean}`;
}
