/** What page and worker say to each other: a request with a number, then its progress, then its answer. */
import type { Problem } from '../../model/index.ts';
import type { TaskName } from './tasks.ts';

/** How far a task has come. */
export interface Progress {
  readonly stage: Stage;
  /** In the units of the stage; only ever grows within it. */
  readonly done: number;
  /** Absent where it is not known before the end. */
  readonly total?: number;
  /** Of a layout under way: two numbers by entity, in the order of the graph. */
  readonly places?: Float64Array;
}

/** `reading` and `writing` count bytes, `arranging` and `counting` entities, `building` nothing, `showing` pieces of text. */
export type Stage = 'reading' | 'building' | 'arranging' | 'showing' | 'writing' | 'counting';

export type ToWorker =
  /** A piece of the page's graph as its `.json`; all are said once, in order, before the first task. */
  | { readonly graph: string }
  | { readonly id: number; readonly task: TaskName; readonly input: unknown }
  /** Something for a task that is under way. */
  | { readonly tell: number; readonly note: unknown }
  | { readonly cancel: number };

export type FromWorker =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly problems: readonly Problem[] };

/** How a task ended. `refused`: this browser lets the page have no worker. */
export type Answer<T> =
  | { readonly value: T }
  | { readonly problems: readonly Problem[] }
  | { readonly ended: 'cancelled' | 'refused' };
