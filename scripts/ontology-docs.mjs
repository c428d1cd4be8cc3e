// Writes docs/ontology.html from the ontologies.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ontologyPage } from './ontology-docs/page.mjs';

const root = join(import.meta.dirname, '..');
const file = join(root, 'docs', 'ontology.html');
writeFileSync(file, ontologyPage(root));
console.log(file);
