/** XML literals of RDF/XML, as Exclusive XML Canonicalization 1.0 (with comments) writes them; the parser joins names and values as they are. */
import type { RdfXmlParser } from 'rdfxml-streaming-parser';

interface Attribute {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}
interface Tag {
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}
/** What of the parser stands between a text and its literals. */
interface Inside {
  readonly saxParser: { on(event: string, handler: (given: never) => void): void };
  readonly activeTagStack: readonly { readonly childrenStringTags?: string[] }[];
  onTag(tag: object): void;
  onText(text: string): void;
  onCloseTag(): void;
}

/** Makes a parser write what stands in `parseType="Literal"` canonically. */
export function keepXmlLiterals(parser: RdfXmlParser): void {
  const own = parser as unknown as Inside;
  const { saxParser } = own;
  const literal = (): string[] | undefined => own.activeTagStack.at(-1)?.childrenStringTags;
  /** For each open element of a literal: the namespaces that it and those around it declare, by prefix. */
  const declared: ReadonlyMap<string, string>[] = [];
  saxParser.on('opentag', (tag: Tag) => {
    if (literal() === undefined) return own.onTag(tag);
    const { attributes, namespaces } = canonical(tag, declared.at(-1) ?? new Map());
    declared.push(namespaces);
    own.onTag({ ...tag, attributes });
  });
  saxParser.on('closetag', () => {
    declared.pop();
    own.onCloseTag();
  });
  for (const event of ['text', 'cdata']) {
    saxParser.on(event, (text: string) =>
      own.onText(literal() === undefined ? text : escaped(text, /[&<>\r]/g)),
    );
  }
  saxParser.on('comment', (text: string) => literal()?.push(`<!--${text}-->`));
  saxParser.on('processinginstruction', ({ target, body }: { target: string; body: string }) =>
    literal()?.push(body === '' ? `<?${target}?>` : `<?${target} ${body}?>`),
  );
}

/** The attributes of a start tag in order, escaped, after the namespaces that it uses and nothing around it declares. */
function canonical(
  { prefix, uri, attributes }: Tag,
  around: ReadonlyMap<string, string>,
): {
  readonly attributes: Readonly<Record<string, { readonly value: string }>>;
  readonly namespaces: ReadonlyMap<string, string>;
} {
  const plain = Object.values(attributes).filter(
    (one) => one.prefix !== 'xmlns' && !(one.prefix === '' && one.local === 'xmlns'),
  );
  const used = new Map([[prefix, uri]]);
  for (const one of plain) if (one.prefix !== '') used.set(one.prefix, one.uri);
  used.delete('xml');
  const fresh = [...used].filter(([name, namespace]) => (around.get(name) ?? '') !== namespace);
  const written: Record<string, { value: string }> = {};
  for (const [name, namespace] of fresh.sort(([a], [b]) => (a < b ? -1 : 1))) {
    written[name === '' ? 'xmlns' : `xmlns:${name}`] = { value: escapedValue(namespace) };
  }
  plain.sort((a, b) => inOrder(a.uri, b.uri) || inOrder(a.local, b.local));
  for (const { name, value } of plain) written[name] = { value: escapedValue(value) };
  return { attributes: written, namespaces: new Map([...around, ...fresh]) };
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const escapedValue = (value: string): string => escaped(value, /[&<"\t\n\r]/g);

function escaped(text: string, special: RegExp): string {
  return text.replace(special, (character) => ESCAPES[character]!);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
