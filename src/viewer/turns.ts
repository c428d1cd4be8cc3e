/** Long work on the page's own thread, in turns: between two of them the page draws and answers. */
import type { Steps } from '../model/index.ts';

/** Milliseconds after which a turn ends: with the step that it then takes, short enough to answer a press at once. */
const TURN = 40;

/**
 * What is short is done at once. What follows long work begins with a turn of its own.
 *
 * @param onTurn called at the end of every turn
 */
export async function inTurns<T>(steps: Steps<T>, onTurn?: () => void): Promise<T> {
  let end = performance.now() + TURN;
  let turns = 1;
  for (;;) {
    const { done, value } = steps.next();
    if (done && turns === 1) return value;
    if (done || performance.now() >= end) {
      onTurn?.();
      await nextTask();
      if (done) return value;
      turns += 1;
      end = performance.now() + TURN;
    }
  }
}

/** Milliseconds after which no frame is waited for any more: a page that is hidden has none. */
const NO_FRAME = 250;

/** Resolves in a task right after the next frame: what was drawn until now is on the screen. */
export async function nextFrame(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, NO_FRAME);
  });
  await nextTask();
}

/** Resolves in a task of its own; timers that follow each other would wait for milliseconds each. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
