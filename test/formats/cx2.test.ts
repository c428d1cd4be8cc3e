import { describe, expect, it } from 'vitest';
import { cx2Parts, join } from '../../src/formats/index.ts';
import { laidOut } from './laid-out.ts';

const graph = laidOut();
type Aspect = Record<
  string,
  { id?: number; s?: number; t?: number; v?: Record<string, unknown>; y?: number }[]
>;
const aspects: Aspect[] = JSON.parse(join(cx2Parts(graph)).text);
const aspect = (name: string) => aspects.find((one) => name in one)![name]!;

describe('writeCx2', () => {
  it('begins with its version, tells what follows and how much, and ends with its status', () => {
    expect(aspects[0]).toEqual({ CXVersion: '2.0', hasFragments: false });
    expect(aspects.at(-1)).toEqual({ status: [{ success: true }] });
    const told = (aspects[1] as unknown as { metaData: { name: string; elementCount: number }[] }).metaData;
    expect(told.map(({ name, elementCount }) => [name, elementCount])).toEqual(
      aspects.slice(2, -1).map((one) => [Object.keys(one)[0], Object.values(one)[0]!.length]),
    );
  });

  it('numbers nodes and edges, keeps their keys, and joins every edge to its ends', () => {
    const keys = aspect('nodes').map(({ v }) => v!.key);
    expect(keys.toSorted()).toEqual(graph.nodes().sort());
    const edges = aspect('edges').map(({ s, t, v }) => [v!.key, keys[s!], keys[t!], v!.interaction]);
    expect(edges.toSorted()).toEqual(
      graph.mapEdges((key, { label }, source, target) => [key, source, target, label]).sort(),
    );
  });

  it('types attributes, and turns the y axis over', () => {
    const declared = (
      aspects[2] as unknown as { attributeDeclarations: Record<string, Record<string, object>>[] }
    ).attributeDeclarations[0]!;
    expect(declared.nodes).toMatchObject({ name: {}, mentions: { d: 'integer' }, plain: { d: 'boolean' } });
    expect(declared.edges).toMatchObject({ confidence: { d: 'double' } });
    const rock = aspect('nodes').find(({ v }) => v!.key === 'lone-rock')!;
    expect(rock.y).toBe(-graph.getNodeAttribute('lone-rock', 'y'));
    expect(rock.v!.name).toBe('Lone Rock');
  });

  it('leaves out numbers that JSON cannot hold, and counts them', () => {
    const marked = laidOut();
    marked.setNodeAttribute('lindmar', 'share' as 'x', Number.NaN);
    expect(join(cx2Parts(marked)).result.losses.at(-1)).toEqual({
      what: 'numbers that JSON cannot hold',
      count: 1,
    });
  });
});
