/// <reference path="./shacl-engine.d.ts" />
/**
 * Constraints that hold values against what else is said of the node (SHACL sections 4.5 and 4.8), in place of the engine's own: that knows one
 * other property only, takes the first step of every path for an allowed property, and closes no value of a property.
 */
import type { Checks, Compile, Context, PathStep, Pointer, Shape } from 'shacl-engine';
import { compareLiterals } from './compare-literals.ts';
import type { Quad, Term } from './quad.ts';
import { termKey } from './shape-data.ts';
import { component, isTrue, keyOf, lists, ours, parameter, parameters, termOf } from './shape-parts.ts';

/** The terms of a pointer by their keys. */
const keyed = ({ terms }: Pointer): Map<string, Term> =>
  new Map(terms.map((term) => [termKey(ours(term)), ours(term)]));

function hasValue(shape: Shape): Checks {
  const wanted = parameters(shape, 'hasValue');
  const check = (context: Context, values: Pointer) => {
    const keys = keyed(values);
    for (const ptr of wanted) {
      context.test(keys.has(keyOf(ptr)), component('HasValue'), { args: { hasValue: ptr.term } });
    }
  };
  return {
    node: (context) => check(context, context.focusNode),
    property: (context) => check(context, context.values),
  };
}

function disjoint(shape: Shape): Checks {
  const others = parameters(shape, 'disjoint');
  return {
    generic(context) {
      const own = keyOf(context.valueOrNode);
      for (const other of others) {
        const holds = !keyed(context.focusNode.out([other.term!])).has(own);
        const details = { args: { disjoint: other.term }, value: context.valueOrNode };
        context.test(holds, component('Disjoint'), details);
      }
    },
  };
}

function equals(shape: Shape): Checks {
  const others = parameters(shape, 'equals');
  const check = (context: Context, values: Pointer) => {
    const own = keyed(values);
    for (const other of others) {
      const theirs = keyed(context.focusNode.out([other.term!]));
      const alone = [...own, ...theirs].filter(([key]) => !own.has(key) || !theirs.has(key));
      for (const [, term] of alone) {
        const details = { args: { equals: other.term }, value: context.focusNode.node([term]) };
        context.test(false, component('Equals'), details);
      }
    }
  };
  return {
    node: (context) => check(context, context.focusNode),
    property: (context) => check(context, context.values),
  };
}

function before(name: string, parameterName: string, holds: (order: number) => boolean): Compile {
  return (shape) => {
    const others = parameters(shape, parameterName);
    return {
      property(context) {
        for (const other of others) {
          const limits = [...keyed(context.focusNode.out([other.term!])).values()];
          for (const value of context.values) {
            const term = termOf(value);
            const meets = limits.every((limit) => {
              if (term.termType !== 'Literal' || limit.termType !== 'Literal') return false;
              const order = compareLiterals(term, limit);
              return order !== undefined && holds(order);
            });
            context.test(meets, component(name), { args: { [parameterName]: other.term }, value });
          }
        }
      },
    };
  };
}

function closed(shape: Shape): Checks | null {
  if (!isTrue(parameter(shape, 'closed'))) return null;
  const allowed = new Set(lists(shape, 'ignoredProperties').flat().map(keyOf));
  for (const ptr of parameters(shape, 'property')) {
    const [step, ...more] = shape.validator.shape(ptr).path ?? [];
    if (step !== undefined && more.length === 0 && isProperty(step)) {
      allowed.add(termKey(ours(step.predicates[0]!)));
    }
  }
  return {
    generic(context) {
      const { dataset } = context.valueOrNode;
      for (const { predicate, object } of dataset.match(termOf(context.valueOrNode)) as Iterable<Quad>) {
        if (allowed.has(termKey(predicate))) continue;
        const path = [{ quantifier: 'one', start: 'subject', predicates: [predicate] }] as const;
        const details = { path, value: context.valueOrNode.node([object]) };
        context.test(false, component('Closed'), details);
      }
    },
  };
}

const isProperty = ({ quantifier, start, predicates }: PathStep) =>
  quantifier === 'one' && start === 'subject' && predicates.length === 1;

/** By the property of SHACL that asks for them. */
export const PAIRS: Readonly<Record<string, Compile>> = {
  closed,
  disjoint,
  equals,
  hasValue,
  lessThan: before('LessThan', 'lessThan', (order) => order < 0),
  lessThanOrEquals: before('LessThanOrEquals', 'lessThanOrEquals', (order) => order <= 0),
};
