/** Values of JSON that the JSON-LD parser would change, merge or stumble over. */
import type { JsonLdParser } from 'jsonld-streaming-parser';

/** What is used of the parser's own ways from values to terms; they are not public, hence the pinned version. */
interface ValueMaker {
  readonly dataFactory: {
    blankNode(): unknown;
    literal(value: unknown, meaning?: Meaning | null): unknown;
    namedNode(value: string): { readonly value: string };
  };
  readonly parsingContext: { readonly idStack: unknown[] };
  getContextSelfOrPropertyScoped(context: unknown, key: string): Promise<unknown>;
  intToString(value: unknown, datatype?: { readonly value: string }): string;
  stringValueToTerm(depth: number, context: unknown, key: string, value: unknown, datatype: unknown): unknown;
  valueToJsonString(value: unknown): string;
  valueToTerm(context: unknown, key: string, value: unknown, depth: number, keys: unknown): Promise<unknown>;
}
/** A language, a language with a direction, or a datatype. */
type Meaning =
  | string
  | { readonly value: string; readonly termType: string }
  | { readonly language: string; readonly direction: string; readonly termType?: undefined };
interface JsonReader {
  numberReviver(text: string): void;
  onToken(token: number, value: unknown): void;
  readonly constructor: { readonly C: { readonly NUMBER: number } };
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
/** From here on whole numbers are xsd:double by the specification. */
const DOUBLES = 1e21;

/**
 * Makes the parser keep whole numbers of any length as xsd:integer (it would read them as strings, or rounded), numbers and
 * booleans that have a type of their own, and every `{}` as a node of its own.
 *
 * @param onDirection told each text that has a direction but no language, which RDF has no place for
 */
export function keepAllValues(parser: JsonLdParser, onDirection: (text: string) => void): void {
  const { util, jsonParser } = parser as unknown as {
    readonly util: ValueMaker;
    readonly jsonParser: JsonReader;
  };
  jsonParser.numberReviver = (text) => {
    const number = Number(text);
    const whole = /^-?\d+$/.test(text) && !Number.isSafeInteger(number) && Math.abs(number) < DOUBLES;
    jsonParser.onToken(jsonParser.constructor.C.NUMBER, whole ? BigInt(text) : number);
  };

  const toTerm = util.valueToTerm.bind(util);
  util.valueToTerm = async (context, key, value, depth, keys) => {
    if (typeof value === 'bigint') {
      const scoped = await util.getContextSelfOrPropertyScoped(context, key);
      return [util.stringValueToTerm(depth, scoped, key, value, util.dataFactory.namedNode(`${XSD}integer`))];
    }
    const empty =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
    if (!empty) return toTerm(context, key, value, depth, keys);
    // Nothing stands in it at whose end its node would be taken off the stack, for the next not to find it there.
    const { idStack } = util.parsingContext;
    delete idStack[depth + 1];
    const terms = await toTerm(context, key, value, depth, keys);
    delete idStack[depth + 1];
    return terms;
  };

  const toJson = util.valueToJsonString.bind(util);
  util.valueToJsonString = (value) => toJson(withNumbers(value));

  const { dataFactory } = util;
  const literal = dataFactory.literal.bind(dataFactory);
  dataFactory.literal = (value, meaning) => {
    const object = typeof meaning === 'object' ? meaning : null;
    const text = lexicalForm(value, object?.termType === undefined ? undefined : object, util);
    if (object === null || object.termType !== undefined || object.language !== '')
      return literal(text, meaning);
    onDirection(text);
    return literal(text);
  };
}

function lexicalForm(
  value: unknown,
  datatype: { readonly value: string } | undefined,
  util: ValueMaker,
): string {
  if (typeof value === 'string') return value;
  const number = typeof value === 'bigint' && datatype?.value === `${XSD}double` ? Number(value) : value;
  return typeof number === 'number' ? util.intToString(number, datatype) : String(number);
}

/** Literals of JSON have the numbers of JavaScript (RFC 8785). */
function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNumbers(inner)]));
}
