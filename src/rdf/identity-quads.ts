/** Identity decisions in RDF: the verdict that reasoners use, and the record of who decided it, when and why. */
import { timeLiteral } from './claim-quads.ts';
import type { MappingContext } from './mapping-context.ts';
import { DEFAULT_GRAPH, NamedNode, Quad } from './quad.ts';
import type { QuadCollector } from './quad-list.ts';
import { clew } from './vocabulary.ts';
import { dct, owl, rdf } from './well-known.ts';

export function identityQuads(context: MappingContext, out: QuadCollector): void {
  const { guard, head, iris, options } = context;
  const seen = new Set<string>();
  for (const { a, b, same, decidedBy, date, reason } of head.identity) {
    guard.at('identity', `${a}/${b}`);
    const subject = context.entity(a, 'a');
    const object = context.entity(b, 'b');
    const predicate = same ? owl.sameAs : owl.differentFrom;
    const node = new NamedNode(iris.decision(a, b));
    if (seen.has(node.value)) {
      guard.refuse(
        'duplicate-decision',
        'the pair is decided twice',
        `${a} ${b}`,
        'identity',
        'Keep the later one.',
      );
    }
    seen.add(node.value);
    out.about(subject);
    out.add(predicate, object);
    out.about(node);
    out.add(dct.created, timeLiteral(date, 'date', context));
    if (options.model === 'rdf12') {
      out.add(rdf.reifies, new Quad(subject, predicate, object, DEFAULT_GRAPH));
    } else {
      out.add(rdf.object, object);
      out.add(rdf.predicate, predicate);
      out.add(rdf.subject, subject);
    }
    out.add(rdf.type, rdf.Statement);
    out.add(rdf.type, clew.IdentityDecision);
    out.add(clew.decidedBy, guard.string(decidedBy, 'decidedBy'));
    out.add(clew.reason, guard.string(reason, 'reason'));
  }
}
