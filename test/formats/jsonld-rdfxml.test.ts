import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeDatasetRdf } from '../../src/formats/dataset-rdf.ts';
import { writeJsonLd } from '../../src/formats/jsonld.ts';
import { jsonLdContext } from '../../src/formats/jsonld-context.ts';
import { readJsonLd } from '../../src/formats/jsonld-read.ts';
import { writeRdfXml } from '../../src/formats/rdfxml.ts';
import { StringSink } from '../../src/formats/sink.ts';
import { isXmlText } from '../../src/formats/xml.ts';
import { type Dataset, ProblemError } from '../../src/model/index.ts';
import {
  datasetToQuads,
  datasetToTriples,
  type ForeignQuad,
  type ForeignTerm,
  guardQuads,
  quadsToDataset,
  rdfPrefixes,
  TermGuard,
} from '../../src/rdf/index.ts';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { canonical, readByOxigraph } from './rdf-judges.ts';

const write = async (syntax: 'jsonld' | 'rdfxml', dataset: Dataset, options = {}) => {
  const sink = new StringSink();
  await writeDatasetRdf(dataset, syntax, sink, options);
  expect(sink.ended).toBe(true);
  return sink.toString();
};
const own = (quads: Iterable<ForeignQuad>) => [...guardQuads(quads, new TermGuard({ own: false }))];
const iri = (value: string): ForeignTerm => ({ termType: 'NamedNode', value });
const text = (value: string, rest: Partial<ForeignTerm> = {}): ForeignTerm => ({
  termType: 'Literal',
  value,
  ...rest,
});
const quad = (
  object: ForeignTerm,
  predicate = 'https://vocab.example/ns#p',
  graph?: ForeignTerm,
): ForeignQuad => ({
  subject: iri('http://e/s'),
  predicate: iri(predicate),
  object,
  ...(graph && { graph }),
});
const SCHEMES = ['jsonld', 'rdfxml'] as const;

describe.each(SCHEMES)('%s', (syntax) => {
  const mapping = syntax === 'jsonld' ? datasetToQuads : datasetToTriples;

  test('is read by oxigraph as it was meant', async () => {
    const expected = await canonical(mapping(sampleDataset));
    for (const ascii of [false, true]) {
      const written = await write(syntax, sampleDataset, { ascii });
      expect(await canonical(readByOxigraph(written, syntax))).toBe(expected);
      if (ascii) expect(/[^\n -~]/.test(written)).toBe(false);
    }
  });

  test('gives an equal dataset, whatever it holds', async () => {
    const legal = (dataset: Dataset) => {
      let all = true;
      JSON.stringify(dataset, (_, value: unknown) => {
        if (typeof value === 'string' && !isXmlText(value)) all = false;
        return value;
      });
      return syntax === 'jsonld' || all;
    };
    await fc.assert(
      fc.asyncProperty(arbitraryDataset(syntax === 'jsonld' ? 3 : 1).filter(legal), async (dataset) => {
        // oxigraph lowers the case of language tags; those that the dataset names come back as it names them.
        const named = { ...dataset, languages: ['vi', 'zh-Hant', 'en'] };
        const written = await write(syntax, named);
        expect(quadsToDataset(own(readByOxigraph(written, syntax)))).toEqual(named);
      }),
      { numRuns: 30 },
    );
  });

  test('is the same bytes for the same dataset', async () => {
    expect(await write(syntax, sampleDataset)).toBe(await write(syntax, sampleDataset));
  });

  test('says that it cannot hold what only RDF 1.2 can say', async () => {
    await expect(write(syntax, sampleDataset, { model: 'rdf12' })).rejects.toThrow('triple term');
    if (syntax === 'jsonld') return;
    const sink = new StringSink();
    const rtl = quad(text('x', { language: 'ar', direction: 'rtl' }));
    await expect(writeRdfXml([rtl], sink)).rejects.toThrow('direction');
    expect(sink.ended).toBe(false);
  });
});

describe('JSON-LD', () => {
  const written = async (quads: Iterable<ForeignQuad>) => {
    const sink = new StringSink();
    await writeJsonLd(quads, sink);
    return sink.toString();
  };
  const nodesOf = async (quads: Iterable<ForeignQuad>, options: Parameters<typeof writeJsonLd>[2] = {}) => {
    const sink = new StringSink();
    await writeJsonLd(quads, sink, options);
    const written = sink.toString();
    expect(await canonical(readByOxigraph(written, 'jsonld'))).toBe(await canonical(own(quads)));
    return JSON.parse(written) as { '@context': unknown; '@graph': Record<string, unknown>[] };
  };

  test('reads like plain JSON', async () => {
    const { '@graph': graphs } = JSON.parse(await write('jsonld', sampleDataset));
    expect(graphs.map((graph: { '@id': string }) => graph['@id'])).toEqual([
      'graph/dataset',
      'graph/harbour',
      'graph/identity',
    ]);
    const node = (id: string) => graphs[1]['@graph'].find((one: { '@id': string }) => one['@id'] === id);
    expect(node('claim/harbour/c3')).toEqual({
      '@id': 'claim/harbour/c3',
      object: 'id/tourism',
      predicate: 'ex:boosts',
      subject: 'id/quick-tern',
      '@type': ['rdf:Statement', 'schema:Claim', 'Claim'],
      statement: {
        en: 'Anna Berg expects the Quick Tern to bring tourists.',
        vi: 'Anna Berg cho rằng tàu sẽ hút khách.',
      },
      attributedTo: 'id/anna-berg',
      derivedFrom: 'article/harbour',
      appearance: 'article/harbour',
      attribution: 'attribution/harbour/c3/1',
      derivation: 'explicit',
      modality: 'predicted',
      polarity: 'positive',
      said: { '@value': '2031-05-03', '@type': 'xsd:date' },
    });
    expect(node('claim/harbour/c7')).toMatchObject({ object: { '@value': 420 } });
    expect(node('mention/harbour/1/position')).toEqual({
      '@id': 'mention/harbour/1/position',
      '@type': 'oa:TextPositionSelector',
      end: 8,
      start: 0,
    });
    expect(node('id/nordlink')).toMatchObject({
      alias: ['Nordlink', { '@value': 'hãng Nordlink', '@language': 'vi' }],
    });
  });

  test('carries the published context inline', async () => {
    const { '@context': context } = JSON.parse(await write('jsonld', sampleDataset));
    const published = JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', 'ontology', 'context.jsonld'), 'utf8'),
    );
    expect(published).toEqual({ '@context': jsonLdContext() });
    expect(context).toEqual([
      published['@context'],
      { '@base': 'https://data.example/sample/', ex: 'https://vocab.example/ns#' },
    ]);
  });

  test('has a node a line, and objects for graphs and subjects that come back', async () => {
    const graph = iri('http://e/g');
    const quads = [quad(text('a')), quad(text('b'), undefined, graph), quad(text('c'))];
    const { '@graph': objects } = await nodesOf(quads);
    expect(objects).toHaveLength(3);
    const sink = new StringSink();
    await writeJsonLd(quads, sink);
    expect(sink.toString().split('\n').slice(1)).toEqual([
      '"@graph":[',
      '{"@id":"http://e/s","https://vocab.example/ns#p":"a"},',
      '{"@id":"http://e/g","@graph":[',
      '{"@id":"http://e/s","https://vocab.example/ns#p":"b"}',
      ']},',
      '{"@id":"http://e/s","https://vocab.example/ns#p":"c"}',
      ']}',
      '',
    ]);
  });

  test('holds the direction of a text beside its language, under every kind of key', async () => {
    const arabic = text('\u0643', { language: 'ar', direction: 'rtl' });
    const quads = [
      quad(arabic),
      quad(arabic, 'http://www.w3.org/2000/01/rdf-schema#label'),
      quad(text('\u0643', { language: 'ar' }), 'http://www.w3.org/2000/01/rdf-schema#label'),
      quad(arabic, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#object'),
      quad(arabic, 'https://w3id.org/clew/ns#confidence'),
      quad(text('a', { language: 'en', direction: 'ltr' }), undefined, iri('http://e/g')),
    ];
    for (const ascii of [false, true]) {
      const sink = new StringSink();
      await writeJsonLd(quads, sink, { ascii });
      const { quads: back } = await readJsonLd(sink.toString());
      expect(await canonical(back)).toBe(await canonical(own(quads)));
    }
    const { '@graph': nodes } = JSON.parse(await written(quads.slice(0, 1)));
    expect(nodes[0]['https://vocab.example/ns#p']).toEqual({
      '@value': '\u0643',
      '@language': 'ar',
      '@direction': 'rtl',
    });
  });

  test('of nothing is still a document', async () => {
    expect((await nodesOf([]))['@graph']).toEqual([]);
  });

  test('keeps every kind of value apart from those that look like it', async () => {
    const xsd = (value: string, type: string) =>
      text(value, { datatype: iri(`http://www.w3.org/2001/XMLSchema#${type}`) });
    const values = [
      text('1'),
      xsd('1', 'integer'),
      xsd('01', 'integer'),
      xsd('12345678901234567890', 'integer'),
      xsd('true', 'boolean'),
      xsd('1', 'boolean'),
      xsd('1.5', 'decimal'),
      xsd('1.5E0', 'double'),
      text('en', { language: 'en' }),
      iri('http://e/en'),
      { termType: 'BlankNode', value: 'b' },
    ];
    const predicates = [
      'https://vocab.example/ns#p',
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#object',
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate',
      'http://www.w3.org/2000/01/rdf-schema#label',
      'http://www.w3.org/ns/oa#start',
      'https://w3id.org/clew/ns#titleIsOurs',
      'https://w3id.org/clew/ns#confidence',
    ];
    await nodesOf(predicates.flatMap((predicate) => values.map((value) => quad(value, predicate))));
    await nodesOf([
      quad(iri('http://e/Type'), 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
      quad(text('x')),
    ]);
    await nodesOf([quad(text('no IRI'), 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type')]);
  });

  test('uses no prefix whose name the context has for something else', async () => {
    const prefixes = {
      label: 'https://label.example/#',
      schema: 'http://schema.org/',
      ok: 'https://ok.example/#',
    };
    const { '@context': context } = await nodesOf(
      [
        quad(iri('https://label.example/#a')),
        quad(iri('http://schema.org/a')),
        quad(iri('https://ok.example/#a')),
      ],
      { prefixes },
    );
    expect(context).toEqual([jsonLdContext(), { ok: 'https://ok.example/#' }]);
  });

  test('says that a prefix is one where its namespace does not show it', async () => {
    const prefixes = { q: 'http://www.wikidata.org/entity/Q' };
    const { '@graph': nodes } = await nodesOf([quad(iri('http://www.wikidata.org/entity/Q42'))], {
      prefixes,
    });
    expect(nodes[0]).toEqual({ '@id': 'http://e/s', 'https://vocab.example/ns#p': { '@id': 'q:42' } });
  });

  test('refuses an IRI that a reader would take for a prefixed name', async () => {
    const prefixes = { news: 'https://news.example/#' };
    await expect(writeJsonLd([quad(iri('news:comp.lang'))], new StringSink(), { prefixes })).rejects.toThrow(
      'news:comp.lang',
    );
    await nodesOf([quad(iri('news://comp/lang'))], { prefixes });
    await nodesOf([quad(iri('urn:isbn:1'))], { prefixes });
  });
});

describe('RDF/XML', () => {
  const xmlOf = async (quads: Iterable<ForeignQuad>, options: Parameters<typeof writeRdfXml>[2] = {}) => {
    const sink = new StringSink();
    await writeRdfXml(quads, sink, options);
    const written = sink.toString();
    expect(await canonical(readByOxigraph(written, 'rdfxml', { lenient: true }))).toBe(
      await canonical(own(quads)),
    );
    return written;
  };

  test('has one description per subject', async () => {
    const prefixes = { ex: 'https://vocab.example/ns#' };
    expect(
      await xmlOf(
        [
          quad(text('a < b & "c" ]]>\r\n\t ')),
          quad(iri('http://e/o?a=1&b=2')),
          quad(text('x', { language: 'vi' })),
        ],
        { prefixes },
      ),
    ).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
    xmlns:ex="https://vocab.example/ns#"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="http://e/s">
    <ex:p>a &lt; b &amp; "c" ]]&gt;&#13;
\t </ex:p>
    <ex:p rdf:resource="http://e/o?a=1&amp;b=2"/>
    <ex:p xml:lang="vi">x</ex:p>
  </rdf:Description>
</rdf:RDF>
`,
    );
  });

  test('declares unknown namespaces where they occur, and names blank nodes by XML names in ASCII', async () => {
    const written = await xmlOf([
      quad(text('')),
      quad({ termType: 'BlankNode', value: '0.é' }, 'http://e/a,b'),
      { ...quad(text('x'), 'http://e/đ'), subject: { termType: 'BlankNode', value: '0.é' } },
    ]);
    expect(written).toContain('<p:p xmlns:p="https://vocab.example/ns#"></p:p>');
    expect(written).toContain('<p:b xmlns:p="http://e/a," rdf:nodeID="u-0030002e00e9"/>');
  });

  test('refuses at once all that it cannot hold', async () => {
    const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
    const quads = [
      quad(text('x'), 'http://e/1'),
      quad(text('x'), `${rdf}li`),
      quad(text('x'), `${rdf}about`),
      quad(text('x'), 'http://e/'),
    ];
    try {
      await writeRdfXml(quads, new StringSink());
      expect.unreachable();
    } catch (error) {
      expect((error as ProblemError).problems.map(({ value }) => value)).toEqual(
        quads.map(({ predicate }) => predicate.value),
      );
    }
    await expect(writeRdfXml([quad(text('\u0000'))], new StringSink())).rejects.toThrow(ProblemError);
  });

  test('replaces with repair what XML cannot hold, and counts it', async () => {
    const sink = new StringSink();
    const { losses } = await writeRdfXml([quad(text('a\u0000b'))], sink, { repair: true });
    expect(sink.toString()).toContain('>a\ufffdb<');
    expect(losses).toEqual([{ what: 'characters that XML cannot hold, replaced by U+FFFD', count: 1 }]);
  });

  test('counts the graphs that it leaves out, and declares the dataset’s prefixes once', async () => {
    const { losses } = await writeRdfXml(datasetToQuads(sampleDataset), new StringSink(), {
      prefixes: rdfPrefixes(sampleDataset),
    });
    expect(losses.map(({ what }) => what)).toEqual(['names of graphs: their triples stand in one']);
    const written = await write('rdfxml', sampleDataset);
    expect(written.match(/xmlns:/g)).toHaveLength(
      written.slice(0, written.indexOf('>', 60)).match(/xmlns:/g)!.length,
    );
  });
});
