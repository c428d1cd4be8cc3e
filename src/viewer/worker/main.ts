/** The worker's start: all that the page does not need before its first frame. */
import { measure } from '../../graph/index.ts';
import { arrange } from './arrange.ts';
import { claimTurtle } from './claim-turtle.ts';
import { encodePng } from './encode-png.ts';
import { openFile } from './open-file.ts';
import { saveGraph } from './save-graph.ts';
import { type Scope, serve } from './serve.ts';

serve(self as unknown as Scope, {
  save: saveGraph,
  arrange,
  open: openFile,
  measure: (name, { graph }) => measure(graph(), name),
  png: encodePng,
  turtle: (key, { graph }) => claimTurtle(graph().getAttribute('dataset'), key),
});
