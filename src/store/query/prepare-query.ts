/** A query made ready to run: what is refused is refused with its place, prefixes are preset, rows are bounded. */
import { nearestWords } from '../../corpus/index.ts';
import { type Prefixes, type Problem, ProblemError } from '../../model/index.ts';
import { type QueryForm, type QueryShape, queryShape } from './query-shape.ts';
import { placeOf, type Token } from './tokens.ts';

export interface PrepareOptions {
  /** Names the query in problems. */
  readonly file: string;
  /** Known to queries that do not declare them. */
  readonly prefixes: Prefixes;
  /** Resolves relative IRIs where the query declares no BASE. */
  readonly base?: string;
  /** Refuse SERVICE. False where another engine runs the query. */
  readonly local: boolean;
  /**
   * Most rows that the query may ask for: a LIMIT of one more is put where it has none or a higher one, so that it can be
   * told whether there are more.
   */
  readonly rows: number;
  /** Of the query, where it has been read already. */
  readonly shape?: QueryShape;
}
export const PREPARE_DEFAULTS: PrepareOptions = {
  file: 'query',
  prefixes: {},
  local: true,
  rows: Number.POSITIVE_INFINITY,
};

/** More brackets inside each other than this overflow the stack of the engine. */
export const MAX_DEPTH = 100;

/** Most faults of one sort that are said of a query: its author wants no more, and each costs a walk through the text. */
const MOST_SAID = 20;

export interface StarQuery {
  /** The same query for no rows: says which columns there are. */
  readonly probe: string;
  /** Variables in the order of the query, without `?`; more than there are columns. */
  readonly order: readonly string[];
  /** The text before the star and after it. */
  readonly around: readonly [string, string];
}

export interface PreparedQuery {
  readonly form: QueryForm | undefined;
  /** What to run. Its first line holds the preset prefixes alone; the query's own lines follow as they are. */
  readonly text: string;
  /** For `SELECT *`: what it takes to put its columns into the order in which the query speaks of them. */
  readonly star: StarQuery | undefined;
  readonly shape: QueryShape;
  /** Of its FROM and FROM NAMED clauses, resolved. */
  readonly dataset:
    | { readonly defaultGraphs: readonly string[]; readonly namedGraphs: readonly string[] }
    | undefined;
}

/** @throws ProblemError for updates, SERVICE, brackets too deep and prefixes that nobody declares */
export function prepareQuery(text: string, options: Partial<PrepareOptions> = {}): PreparedQuery {
  const { file, prefixes, base, local, rows } = { ...PREPARE_DEFAULTS, ...options };
  const shape = options.shape ?? queryShape(text);
  const at = ({ at: index, text: value }: Token) => ({ value, place: { file, ...placeOf(text, index) } });
  const problems: Problem[] = [];
  if (shape.form === 'update') {
    problems.push({
      severity: 'error',
      code: 'update-refused',
      message: 'this is SPARQL Update, and only queries are answered',
      hint: 'Ask with SELECT, ASK, CONSTRUCT or DESCRIBE; change the data folder and build again to change the data.',
      ...at(shape.head!),
    });
  }
  if (local) {
    for (const token of shape.services.slice(0, MOST_SAID)) {
      problems.push({
        severity: 'error',
        code: 'service-refused',
        message: 'SERVICE asks another endpoint, and this one calls nobody',
        hint: 'Leave it out, or ask both endpoints from a client such as Comunica.',
        ...at(token),
      });
    }
  }
  if (shape.depth > MAX_DEPTH) {
    problems.push({
      severity: 'error',
      code: 'too-deep',
      message: `brackets are inside each other ${shape.depth} deep; ${MAX_DEPTH} is the most`,
      hint: 'Write the query flatter: parentheses that only repeat others and groups inside groups can go.',
      ...at(shape.deepest!),
    });
  }
  // In an update every prefix would be said to be missing; that it is one says enough.
  if (problems.length === 0) problems.push(...undeclared(shape, prefixes, at));
  if (problems.length > 0) throw new ProblemError(problems);

  const preset = presetLine(shape, prefixes);
  const form = shape.form as QueryForm | undefined;
  const graphs = (tokens: readonly Token[]) => tokens.map((token) => resolved(token, shape, prefixes, base));
  const hasDataset = shape.from.length + shape.fromNamed.length > 0 || undefined;
  return {
    form,
    text: `${preset}\n${limited(text, shape, rows)}`,
    star: shape.star && starQuery(text, shape, shape.star, rows, preset),
    shape,
    dataset: hasDataset && { defaultGraphs: graphs(shape.from), namedGraphs: graphs(shape.fromNamed) },
  };
}

function undeclared(
  { names, declared }: QueryShape,
  prefixes: Prefixes,
  at: (token: Token) => Pick<Problem, 'value' | 'place'>,
): Problem[] {
  const missing = new Map<string, Token>();
  for (const token of names) {
    const name = prefixOf(token);
    if (declared.has(name) || prefixes[name] !== undefined || missing.has(name)) continue;
    missing.set(name, token);
    if (missing.size === MOST_SAID) break;
  }
  return [...missing].map(([name, token]) => {
    const near = nearestWords(name, [...declared.keys(), ...Object.keys(prefixes)]);
    const hint =
      near.length > 0
        ? `Did you mean ${near.map((one) => `${one}:`).join(' or ')}?`
        : `Declare it: PREFIX ${name}: <…>. ${known(prefixes)}`;
    const message = `the prefix “${name}:” is not declared`;
    return { severity: 'error', code: 'unknown-prefix', message, hint, ...at(token) };
  });
}

function known(prefixes: Prefixes): string {
  const names = Object.keys(prefixes).sort();
  return names.length === 0 ? '' : `Known here: ${names.map((name) => `${name}:`).join(' ')}`;
}

function prefixOf(token: Token): string {
  return token.text.slice(0, token.text.indexOf(':'));
}

/** Declarations of the preset prefixes that the query uses and does not declare, on one line. */
function presetLine({ names, declared }: QueryShape, prefixes: Prefixes): string {
  const used = new Set(names.map(prefixOf).filter((name) => !declared.has(name)));
  return [...used]
    .sort()
    .map((name) => `PREFIX ${name}: <${prefixes[name]}> `)
    .join('');
}

/** A LIMIT of one row more than allowed. ASK has one answer anyway. */
function limited(text: string, { form, limit, limitAt }: QueryShape, rows: number): string {
  if (form === 'ask' || form === undefined || !Number.isFinite(rows)) return text;
  if (limit === undefined) return `${text.slice(0, limitAt)}\nLIMIT ${rows + 1} ${text.slice(limitAt)}`;
  if (Number(limit.text) <= rows) return text;
  return `${text.slice(0, limit.at)}${rows + 1}${text.slice(limit.end)}`;
}

function starQuery(text: string, shape: QueryShape, star: Token, rows: number, preset: string): StarQuery {
  const [from, to] = shape.modifiers;
  const names = shape.tokens.filter(({ kind }) => kind === 'variable').map(({ text: name }) => name.slice(1));
  const whole = `${preset}\n${limited(text, shape, rows)}`;
  const at = preset.length + 1 + star.at;
  return {
    probe: `${preset}\n${text.slice(0, from)} LIMIT 0 ${text.slice(to)}`,
    order: [...new Set(names)],
    around: [whole.slice(0, at), whole.slice(at + 1)],
  };
}

function resolved(
  token: Token,
  { declared, base }: QueryShape,
  prefixes: Prefixes,
  ownBase: string | undefined,
): string {
  const written =
    token.kind === 'name'
      ? `${declared.get(prefixOf(token)) ?? prefixes[prefixOf(token)]}${token.text
          .slice(token.text.indexOf(':') + 1)
          .replace(/\\(.)/g, '$1')}`
      : token.text.slice(1, -1);
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return written;
  const against = base === undefined || ownBase === undefined ? (base ?? ownBase) : resolve(base, ownBase);
  return against === undefined ? written : resolve(written, against);
}

function resolve(relative: string, base: string): string {
  try {
    return new URL(relative, base).href;
  } catch {
    return relative;
  }
}
