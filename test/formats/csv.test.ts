import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, edgesCsvParts, join, nodesCsvParts } from '../../src/formats/index.ts';
import { ProblemError } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { laidOut } from './laid-out.ts';
import { hasPythonReaders, pythonPath } from './python-readers.ts';

const graph = laidOut();
const nodes = (options: Partial<CsvOptions> = {}, of = graph): string =>
  join(nodesCsvParts(of, options)).text;
const edges = (options: Partial<CsvOptions> = {}, of = graph): string =>
  join(edgesCsvParts(of, options)).text;
const labelled = (label: string) =>
  laidOut({
    ...sampleDataset,
    articles: [
      {
        ...sampleArticle,
        entities: sampleArticle.entities.map((entity) =>
          entity.id === 'tourism' ? { ...entity, label: { en: label } } : entity,
        ),
      },
    ],
  });
const lineOf = (csv: string, start: string): string =>
  csv.split('\r\n').find((line) => line.startsWith(start))!;

describe('writeNodesCsv and writeEdgesCsv', () => {
  it('write a header and a record per element, with CRLF and quotes as RFC 4180 has them', () => {
    expect(nodes().split('\r\n')[0]).toBe(
      'id,role,label,label_en,label_vi,kind,kindLabel,predicate,statement,description,aliases,modality,polarity,' +
        'derivation,speaker,speakerId,channel,form,said,article,claim,paragraph,evidence,plain,mentions,articles,iri,' +
        'sameAs,x,y,seats',
    );
    expect(lineOf(nodes(), 'tourism,')).toMatch(
      /^tourism,entity,"Tourism <in> ""Lindmar"" & region","Tourism <in> ""Lindmar"" & region",Du lịch,ex:Concept,concept,,/,
    );
    expect(lineOf(edges(), 'harbour/c1,')).toBe(
      'harbour/c1,nordlink,quick-tern,claim,operates,operates,khai thác,ex:operates,Nordlink Ferries runs the Quick Tern.,' +
        'asserted,positive,explicit,0.95,,,,,2031-05,,,,harbour,c1,1,0-40,true,' +
        'https://data.example/sample/claim/harbour/c1,',
    );
    expect(nodes().endsWith('\r\n')).toBe(true);
  });

  it('begin with a byte order mark only where that is asked for', () => {
    expect([nodes().charCodeAt(0), nodes({ bom: true }).charCodeAt(0)]).toEqual(['i'.charCodeAt(0), 0xfeff]);
  });

  it.each(['=1+1', '+49 30', '-2', '@home', '\tx', '\rx'])(
    'guard %j against being run as a formula, and say so',
    (label) => {
      const { text, result } = join(nodesCsvParts(labelled(label)));
      expect(text).toContain(label.startsWith('\r') ? `"'${label}"` : `'${label}`);
      expect(result.losses).toContainEqual({
        what: 'texts that a spreadsheet would run as a formula, guarded by an apostrophe',
        count: 2,
      });
      expect(nodes({ formulaGuard: false }, labelled(label))).not.toContain("'");
    },
  );

  it('never touch a number, whatever its sign', () => {
    expect(nodes()).not.toContain("'-");
    expect(nodes()).toMatch(/,-\d/);
  });

  it('count what two flat tables leave unsaid', () => {
    expect(join(nodesCsvParts(graph)).result.losses).toEqual([
      { what: 'descriptions in a further language', count: 1 },
      { what: 'mentions, of which only the number is told', count: 4 },
      { what: 'languages of aliases', count: 1 },
      { what: 'statements in a further language', count: 11 },
      { what: 'speakers behind the nearest one', count: 1 },
      { what: 'verbs of speaking', count: 2 },
      { what: 'spans in which somebody is named as speaker', count: 3 },
      { what: 'qualifiers, told as text', count: 2 },
      { what: 'paragraphs with their digests', count: 3 },
      { what: 'structural spans', count: 1 },
      { what: 'credits', count: 1 },
      { what: 'articles’ titles, dates and addresses', count: 1 },
      { what: 'identity decisions', count: 1 },
    ]);
  });

  it('refuse NUL and lone surrogates with their place, or mend and count them', () => {
    const bad = labelled('a\u0000\ud83d');
    let message = '';
    try {
      nodes({}, bad);
    } catch (error) {
      message = (error as ProblemError).problems[0]!.message;
    }
    expect(message).toBe('label of node “tourism” holds NUL, which this format cannot hold');
    expect(() => nodes({}, bad)).toThrow(ProblemError);
    expect(lineOf(nodes({ repair: true }, bad), 'tourism,')).toContain('a\ufffd\ufffd');
  });

  it('type the headers for Neo4j, and write labels and relationship types', () => {
    const [header, ...records] = nodes({ flavour: 'neo4j' }).split('\r\n');
    expect(header).toMatch(
      /^id:ID,:LABEL,role,label,.*,paragraph:int,.*,plain:boolean,mentions:int,.*,x:double,y:double,seats:int$/,
    );
    expect(records.map((record) => record.split(',').slice(0, 2).join(' '))).toContain(
      'quick-tern Clew;Entity;Ship',
    );
    expect(edges({ flavour: 'neo4j' }).split('\r\n')[0]).toMatch(/^key,:START_ID,:END_ID,:TYPE,/);
    expect(lineOf(edges({ flavour: 'neo4j' }), 'harbour/c6,')).toMatch(
      /^harbour\/c6,quick-tern,old-gull,FASTER_THAN,/,
    );
    expect(lineOf(edges({ flavour: 'neo4j' }), 'about:harbour/c3/object,')).toMatch(/,tourism,ABOUT,/);
    expect(nodes({ flavour: 'neo4j' }, labelled('=1'))).not.toContain("'");
  });
});

describe.runIf(hasPythonReaders)('CSV read by Python', () => {
  const read = (text: string): Record<string, string>[] => {
    const script =
      'import csv, io, json, sys; text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline=""); ' +
      'print(json.dumps(list(csv.DictReader(text, strict=True))))';
    return JSON.parse(
      execFileSync(pythonPath, ['-c', script], { input: text, encoding: 'utf8', maxBuffer: 1 << 26 }),
    );
  };

  it('gives back every key, end and text', () => {
    const records = new Map(read(edges()).map((record) => [record.id!, record]));
    expect([...records.keys()].sort()).toEqual(graph.edges().sort());
    graph.forEachEdge((key, attributes, source, target) => {
      const { label } = attributes;
      expect(records.get(key)).toMatchObject({ source, target, label });
    });
  });

  it('gives back every awkward text', () => {
    const labels = [
      'a "b", c',
      'line\nline',
      'line\r\nline',
      '\u2028',
      ' spaced ',
      '🚢\u202e',
      "'",
      '""',
      ',',
      '\u000b',
    ];
    const awkward = laidOut({
      ...sampleDataset,
      articles: [
        {
          ...sampleArticle,
          entities: sampleArticle.entities.map((entity, i) => ({ ...entity, label: { en: labels[i]! } })),
        },
      ],
    });
    const records = new Map(
      read(nodes({ formulaGuard: false }, awkward)).map((record) => [record.id!, record]),
    );
    expect(sampleArticle.entities.map(({ id }) => records.get(id)!.label)).toEqual(labels);
    expect(sampleArticle.entities.map(({ id }) => records.get(id)!.label_en)).toEqual(labels);
  });
});
