/// <reference path="./shacl-engine.d.ts" />
/** What a constraint is asked with: the values that a shape gives its parameters, and the names that results are told by. */
import type { Pointer, ShaclTerm, Shape } from 'shacl-engine';
import { NamedNode, type Term } from './quad.ts';
import { termKey } from './shape-data.ts';
import { STANDARD_PREFIXES } from './well-known.ts';

/** A term of SHACL's vocabulary. */
export const sh = (name: string): NamedNode => new NamedNode(STANDARD_PREFIXES.sh + name);

/** What violations of a constraint are told by, e.g. `component('Or')`. */
export const component = (name: string): NamedNode => sh(`${name}ConstraintComponent`);

/** Each value of a parameter is a constraint of its own (SHACL section 2.1). */
export const parameters = (shape: Shape, name: string): Pointer[] => [...shape.ptr.out([sh(name)])];

/** @throws Error where it has several values: then the shape is not well-formed (SHACL, appendix A) */
export function parameter(shape: Shape, name: string): Term | undefined {
  const found = parameters(shape, name);
  if (found.length > 1) throw new Error(`sh:${name} has more than one value`);
  return found[0] && termOf(found[0]);
}

/** Members of each list that the parameter has. @throws Error where a value is no list */
export function lists(shape: Shape, name: string): Pointer[][] {
  return parameters(shape, name).map((list) => {
    const members = list.list();
    if (members === null) throw new Error(`the value of sh:${name} is no list`);
    return [...members];
  });
}

export const isTrue = (term: Term | undefined): boolean => term?.value === 'true' || term?.value === '1';

export const ours = (term: ShaclTerm): Term => term as unknown as Term;
export const termOf = (pointer: Pointer): Term => ours(pointer.term!);
export const keyOf = (pointer: Pointer): string => termKey(termOf(pointer));
