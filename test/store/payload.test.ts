import { describe, expect, it } from 'vitest';
import { graphPayload, insertPayload, quadsPayload } from '../../src/store/remote/payload.ts';

const GRAPH = 'https://data.example/$&/graph';
const LINES = [
  '<https://data.example/a> <https://data.example/says> "a\\nb . \u{1F6A2}" .\n',
  '<https://data.example/a> <https://data.example/of> <https://data.example/b> .\n',
].join('');
const part = { graph: GRAPH, lines: LINES, triples: 2 };
const text = ({ body }: { body: Uint8Array }) => Buffer.from(body).toString('utf8');

/** Each kind of request, made of lines that say to be so many triples. */
const MAKERS = [
  [
    'N-Triples',
    (lines: string) => text(graphPayload({ ...part, lines }, { payload: 'ntriples', ascii: false })),
  ],
  [
    'Turtle in ASCII',
    (lines: string) => text(graphPayload({ ...part, lines }, { payload: 'turtle', ascii: true })),
  ],
  ['N-Quads', (lines: string) => text(quadsPayload([{ ...part, lines }]))],
  ['an update', (lines: string) => insertPayload({ ...part, lines })],
] as const;

describe('what is sent to a store', () => {
  it('is the lines as they stand, under what the store wants them to be', () => {
    const [triples, turtle, quads, update] = MAKERS.map(([, make]) => make(LINES));
    expect(triples).toBe(LINES);
    expect(turtle).toBe(
      `@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n${LINES.replace('\u{1F6A2}', '\\U0001F6A2')}`,
    );
    expect(quads).toBe(LINES.replaceAll('.\n', () => `<${GRAPH}> .\n`));
    expect(update).toBe(`INSERT DATA { GRAPH <${GRAPH}> {\n${LINES}} }`);
  });

  it.each(MAKERS)('is not sent as %s where it reads back as fewer or more triples', (_name, make) => {
    const [first = '', second = ''] = LINES.split(/(?<=\.\n)/);
    for (const [lines, found] of [
      [first, 1],
      [LINES + second.replace('/b>', '/c>'), 3],
    ] as const) {
      expect(() => make(lines)).toThrowError(
        expect.objectContaining({
          problems: [
            expect.objectContaining({
              code: 'payload-differs',
              message: `what would be sent reads back as ${found} triples in place of 2`,
            }),
          ],
        }),
      );
    }
  });

  it.each(MAKERS)('is not sent as %s where a line of it does not read back', (_name, make) => {
    for (const lines of [
      LINES.replace('/says>', '/sa ys>'),
      LINES.slice(0, -5),
      LINES.replace('\\n', '\\z'),
    ]) {
      expect(() => make(lines)).toThrowError(/what would be sent/);
    }
  });
});
