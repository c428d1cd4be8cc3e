/// <reference path="./shacl-engine.d.ts" />
/**
 * Shapes within shapes (SHACL sections 4.6 and 4.7), in place of the engine's own: that looks at a node under a shape once and
 * takes it for sound where it comes to the two again, and joins several lists of alternatives into one.
 */
import type { Checks, Compile, Context, Pointer, ShaclResult, Shape } from 'shacl-engine';
import { component, isTrue, keyOf, lists, parameter, parameters, sh } from './shape-parts.ts';

/** What a node lacks of a shape: nothing where it has it. */
async function lacks(shape: Shape, node: Pointer, context: Context): Promise<readonly ShaclResult[]> {
  const within = context.create({ child: true, focusNode: node });
  forget(within, context);
  await shape.validate(within);
  return within.report.results;
}

/** What is looked at already is then what encloses it, which ends recursion, and not what stands beside it. */
function forget(within: Context, { processed }: Context): void {
  within.processed = new Set(processed);
  within.results = new Map();
}

/** `and`, `or` and `xone`: how many shapes of a list the value must have. */
function logical(
  name: string,
  parameterName: string,
  holds: (having: number, of: number) => boolean,
): Compile {
  return (shape) => {
    const alternatives = lists(shape, parameterName).map((list) =>
      list.map((ptr) => shape.validator.shape(ptr)),
    );
    return {
      async generic(context) {
        for (const shapes of alternatives) {
          const reports = [];
          for (const one of shapes) reports.push(await lacks(one, context.valueOrNode, context));
          const having = reports.filter((results) => results.length === 0).length;
          const details = { results: reports.flat(), value: context.valueOrNode };
          context.test(holds(having, shapes.length), component(name), details);
        }
      },
    };
  };
}

function not(shape: Shape): Checks {
  const shapes = parameters(shape, 'not').map((ptr) => shape.validator.shape(ptr));
  return {
    async generic(context) {
      for (const one of shapes) {
        const results = await lacks(one, context.valueOrNode, context);
        context.test(results.length > 0, component('Not'), { value: context.valueOrNode });
      }
    },
  };
}

function node(shape: Shape): Checks {
  const shapes = parameters(shape, 'node').map((ptr) => shape.validator.shape(ptr));
  return {
    async generic(context) {
      for (const one of shapes) {
        const results = await lacks(one, context.valueOrNode, context);
        const details = { args: { node: one.ptr.term }, results, value: context.valueOrNode };
        context.test(results.length === 0, component('Node'), details);
      }
    },
  };
}

function property(shape: Shape): Checks {
  const shapes = parameters(shape, 'property').map((ptr) => shape.validator.shape(ptr));
  return {
    async generic(context) {
      for (const one of shapes) {
        const within = context.create({ focusNode: context.valueOrNode });
        forget(within, context);
        await one.validate(within);
      }
    },
  };
}

/** A value that has the shape of a sibling too is not counted where the shapes are disjoint (SHACL section 4.7.3). */
function qualified(shape: Shape): Checks {
  const found = parameters(shape, 'qualifiedValueShape');
  if (found.length !== 1) throw new Error('sh:qualifiedValueShape has more than one value');
  const wanted = shape.validator.shape(found[0]!);
  const own = keyOf(found[0]!);
  const siblings = !isTrue(parameter(shape, 'qualifiedValueShapesDisjoint'))
    ? []
    : [
        ...shape.ptr
          .in([sh('property')])
          .out([sh('property')])
          .out([sh('qualifiedValueShape')]),
      ]
        .filter((ptr) => keyOf(ptr) !== own)
        .map((ptr) => shape.validator.shape(ptr));
  const [least, most] = ['qualifiedMinCount', 'qualifiedMaxCount'].map((name) => parameter(shape, name));
  return {
    async property(context) {
      const results: ShaclResult[] = [];
      let count = 0;
      for (const value of context.values) {
        const missing = await lacks(wanted, value, context);
        results.push(...missing);
        let counts = missing.length === 0;
        for (const other of siblings) counts &&= (await lacks(other, value, context)).length > 0;
        if (counts) count += 1;
      }
      const test = (holds: boolean, name: string, args: object) =>
        context.test(holds, component(name), { args: { ...args }, results });
      if (least) {
        test(count >= Number(least.value), 'QualifiedMinCount', { qualifiedMinCount: least.value });
      }
      if (most) test(count <= Number(most.value), 'QualifiedMaxCount', { qualifiedMaxCount: most.value });
    },
  };
}

/** By the property of SHACL that asks for them. */
export const NESTING: Readonly<Record<string, Compile>> = {
  and: logical('And', 'and', (having, of) => having === of),
  or: logical('Or', 'or', (having) => having > 0),
  xone: logical('Xone', 'xone', (having) => having === 1),
  not,
  node,
  property,
  qualifiedValueShape: qualified,
};
