import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/formats/drawing.ts';
import { edgePath, pointAt } from '../../src/formats/edge-path.ts';
import { join, LossCounter, type SvgOptions, svgParts } from '../../src/formats/index.ts';
import { placeLabels } from '../../src/formats/svg-labels.ts';
import { sceneOf } from '../../src/formats/svg-scene.ts';
import { textWidth, wrapText } from '../../src/formats/text-width.ts';
import { type ClewGraph, DARK } from '../../src/graph/index.ts';
import { type Dataset, ProblemError } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { text, withTexts } from './hostile.ts';
import { laidOut } from './laid-out.ts';

const graph = laidOut();
const write = (options: Partial<SvgOptions> = {}, of: ClewGraph = graph): string =>
  join(svgParts(of, options)).text;
const svg = write();
/** The group of a claim, by its statement. */
const claimGroup = (statement: string): string => {
  const from = svg.indexOf(`<g><title>${statement}`);
  return svg.slice(from, svg.indexOf('</g>', from));
};

describe('writeSvg', () => {
  it('cuts words of its legend that would run into the drawing, and counts them', () => {
    const rows = ['A'.repeat(4000), 'short'].map((label) => ({ label, colour: '#112233', count: 3 }));
    const { text: drawn, result } = join(svgParts(graph, { colourRows: rows }));
    expect(drawn).toMatch(/>A{5,40}…</);
    expect(drawn).toContain('>short<');
    expect(result.losses).toContainEqual({ what: 'words of the legend that were cut', count: 1 });
  });

  it('is well-formed, with a title and a description for those who do not see it', () => {
    const elements: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('opentag', ({ name }) => elements.push(name));
    parser.write(svg).close();
    expect(elements.slice(0, 4)).toEqual(['svg', 'title', 'desc', 'rect']);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" .* role="img" aria-labelledby="clew-title clew-desc" lang="en"/,
    );
    expect(svg).toContain('<title id="clew-title">Sample</title>');
    expect(svg).toContain(
      '<desc id="clew-desc">An invented article. 10 entities, 11 claims. https://creativecommons.org/licenses/by/4.0/</desc>',
    );
  });

  it('holds no script, style sheet or link to anywhere', () => {
    expect(svg).not.toMatch(/<script|<style|href|url\(|<image|<foreignObject/);
  });

  it('draws a titled circle per entity and a titled line per claim with an object that is a thing', () => {
    const titles = [...svg.matchAll(/<g><title>(.*?)<\/title><(circle|path)/g)].map(
      ([, title, mark]) => `${mark}: ${title}`,
    );
    expect(titles.filter((title) => title.startsWith('circle: '))).toEqual([
      'circle: Anna Berg (person)',
      'circle: Coast Post (organization)',
      'circle: Dock workers’ union (organization)',
      'circle: Lindmar (place)',
      'circle: Lone Rock (place)',
      'circle: Nordlink Ferries (company)',
      'circle: Old Gull (ship)',
      'circle: Open letter (work)',
      'circle: Quick Tern 🚢 (ship)',
      'circle: Tourism &lt;in&gt; "Lindmar" &amp; region (concept)',
    ]);
    // Ten claims with lines, and the nodes of two of them.
    expect(titles.filter((title) => title.startsWith('path: '))).toHaveLength(12);
  });

  it('draws each claim in its own line: solid, dashed, dotted, with a bar and a hollow arrow where it is denied', () => {
    expect(claimGroup('Nordlink Ferries runs')).not.toMatch(/dasharray|opacity/);
    expect(claimGroup('In trials the Quick Tern')).toContain('stroke-dasharray="6 4"');
    expect(claimGroup('Nordlink tried to run')).toContain(
      'stroke-dasharray="0.1 3.6" stroke-linecap="round"',
    );
    const denied = claimGroup('Lindmar does not own');
    expect(denied).toContain('stroke-width="2.4"/>');
    expect(denied).toContain('fill="#faf7f1" stroke="#7d7a75"/>');
    expect(claimGroup('Nordlink supplies itself')).toContain('stroke-width="0.7" stroke-opacity="0.65"/>');
  });

  it('points every claim to its object: a head at the end of its line, in its colour', () => {
    const numbers = (text: string) => text.split(/[ LC]/).map(Number);
    const groups = [
      ...svg.matchAll(/<g><title>[^<]*<\/title><path d="M([^"]*)" fill="none"([\s\S]*?)<\/g>/g),
    ];
    expect(groups).toHaveLength(10);
    for (const [, line, marks] of groups) {
      const [endX, endY] = numbers(line!).slice(-2) as [number, number];
      const [, head] = /<path d="M([^"]*)Z"/.exec(marks!)!;
      const [tipX, tipY, leftX, leftY, rightX, rightY] = numbers(head!) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      // The line ends at the middle of the head's base.
      expect(Math.hypot((leftX + rightX) / 2 - endX, (leftY + rightY) / 2 - endY)).toBeLessThan(0.2);
      expect(Math.hypot(tipX - endX, tipY - endY)).toBeGreaterThan(3);
    }
  });

  it('writes labels with a halo in the colour of the ground, drawn before the letters', () => {
    const [, ground] = /<rect [^>]*fill="(#\w+)"/.exec(svg)!;
    const [labels = ''] =
      new RegExp(
        `<g stroke="${ground}" stroke-linejoin="round" paint-order="stroke" aria-hidden="true">[\\s\\S]*?</g>`,
      ).exec(svg) ?? [];
    const texts = [...labels.matchAll(/<text [^>]*stroke-width="([\d.]+)" fill="(#\w+)">(.*?)<\/text>/g)];
    expect(texts.map(([, , , label]) => label)).toContain('Lone Rock');
    for (const [, halo, fill] of texts) expect([Number(halo) > 2, fill === ground]).toEqual([true, false]);
  });

  it('explains colours and lines in a legend, in the language of the labels', () => {
    for (const word of [
      'organization',
      'place',
      'ship',
      'stated',
      'reported or opinion',
      'predicted or attempted',
      'denied',
      'implied',
    ]) {
      expect(svg).toContain(`>${word}</text>`);
    }
    const vietnamese = write({}, laidOut({ ...sampleDataset, languages: ['vi', 'en'] }));
    for (const word of ['tổ chức', 'khẳng định', 'phủ định', '10 thực thể, 11 nhận định']) {
      expect(vietnamese).toContain(`>${word}</text>`);
    }
  });

  it('takes a palette and colours by kind', () => {
    const dark = write({ palette: DARK, colours: new Map([['ex:Place', '#123456']]) });
    expect(dark).toContain(`fill="${DARK.ground}"`);
    expect(dark).toMatch(/<title>Lone Rock \(place\)<\/title><circle [^>]*fill="#123456"/);
  });

  it('gives the same bytes whatever the order of nodes and edges', () => {
    const reversed = laidOut({
      ...sampleDataset,
      articles: [
        {
          ...sampleArticle,
          entities: [...sampleArticle.entities].reverse(),
          claims: [...sampleArticle.claims].reverse(),
        },
      ],
    });
    expect(write({}, reversed)).toBe(svg);
  });

  it('counts what it could not draw', () => {
    expect(join(svgParts(graph)).result.losses).toContainEqual({
      what: 'claims with a literal object, which have no line',
      count: 1,
    });
  });

  it('draws an empty graph', () => {
    expect(write({}, laidOut({ ...sampleDataset, articles: [], identity: [] }))).toContain(
      '0 entities, 0 claims',
    );
  });

  it('stays well-formed whatever the labels are, or refuses them', () => {
    fc.assert(
      fc.property(text, (label) => {
        const hostile = laidOut(labelled(label));
        new SaxesParser({ xmlns: true }).write(write({ repair: true }, hostile)).close();
        try {
          write({}, hostile);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
        }
      }),
      { numRuns: 30 },
    );
  });
});

function labelled(label: string): Dataset {
  return { ...withTexts(label, label), title: { en: label } };
}

describe('labels', () => {
  it('never overlap each other or a node, however crowded the graph is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.string({ minLength: 1, maxLength: 30 }),
        (spread, label) => {
          const crowded = laidOut(labelled(label));
          crowded.updateEachNodeAttributes((_, attributes) => ({
            ...attributes,
            x: (attributes.x * spread) / 50,
            y: (attributes.y * spread) / 50,
          }));
          const scene = sceneOf(crowded, draw(crowded));
          const boxes = placeLabels(scene, new Map(), new LossCounter()).map(({ box }) => box);
          const nodes = scene.nodes.map(({ x, y, radius: r }) => ({
            left: x - r,
            top: y - r,
            right: x + r,
            bottom: y + r,
          }));
          const overlaps = boxes.flatMap((a, i) =>
            [...boxes.slice(i + 1), ...nodes].filter(
              (b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
            ),
          );
          expect(overlaps).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('go to the most connected entities first', () => {
    const scene = sceneOf(graph, draw(graph));
    const [first] = placeLabels(scene, new Map([['lone-rock', 9]]), new LossCounter());
    expect([first!.key, first!.lines, first!.fontSize]).toEqual(['lone-rock', ['Lone Rock'], 13]);
  });

  it('are broken at spaces and cut with an ellipsis', () => {
    expect(wrapText('one two three four', textWidth('one two'), 2)).toEqual({
      lines: ['one two', 'three f…'],
      cut: true,
    });
    expect(wrapText('one two', textWidth('one two'), 2)).toEqual({ lines: ['one two'], cut: false });
    expect(wrapText('incomprehensibilities', 4, 2).lines).toEqual(['incom…']);
  });
});

describe('lines', () => {
  const node = (x: number, y: number) => ({ x, y, radius: 5, colour: '#000000' });
  it('run from rim to rim, and leave room for the arrow', () => {
    const { from, to } = edgePath(node(0, 0), node(100, 0), 0, false, 7);
    expect([from, to]).toEqual([
      { x: 5, y: 0 },
      { x: 88, y: 0 },
    ]);
  });

  it('of parallel claims lie apart, also where they run against each other', () => {
    const middle = (lane: number, flipped: boolean, back: boolean) =>
      pointAt(
        back
          ? edgePath(node(100, 0), node(0, 0), lane, flipped)
          : edgePath(node(0, 0), node(100, 0), lane, flipped),
        0.5,
      ).y;
    expect(middle(0.5, false, false)).toBeGreaterThan(7);
    expect(middle(-0.5, false, false)).toBe(-middle(0.5, false, false));
    // The way back takes the same lane: the lane decides, not the direction.
    expect(middle(0.5, true, true)).toBeCloseTo(middle(0.5, false, false));
  });

  it('of a self-loop leave the node and come back to it', () => {
    const { from, to } = edgePath(node(0, 0), node(0, 0), 0, false);
    expect(
      [Math.hypot(from.x, from.y), Math.hypot(to.x, to.y)].map((distance) => Math.round(distance)),
    ).toEqual([5, 5]);
    expect(pointAt(edgePath(node(0, 0), node(0, 0), 0, false), 0.5).x).toBeGreaterThan(10);
  });

  it('carry the nodes of claims that others refer to on their middles', () => {
    const scene = sceneOf(graph, draw(graph));
    const nodeAt = scene.nodes.find(({ key }) => key === 'claim:harbour/c3')!;
    const line = scene.edges.find(({ key }) => key === 'harbour/c3')!;
    expect({ x: nodeAt.x, y: nodeAt.y }).toEqual(pointAt(line.path, 0.5));
  });
});
