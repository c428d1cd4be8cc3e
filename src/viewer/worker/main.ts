/** The worker's start: all that the page does not need before its first frame. */
import { arrange } from './arrange.ts';
import { claimTurtle } from './claim-turtle.ts';
import { saveGraph } from './save-graph.ts';
import { type Scope, serve } from './serve.ts';

serve(self as unknown as Scope, {
  save: saveGraph,
  arrange,
  turtle: (key, { graph }) => claimTurtle(graph().getAttribute('dataset'), key),
});
