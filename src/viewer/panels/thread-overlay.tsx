/** The thread between canvas and card: from the selected claim's line to the sentence in the reading column. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isEntityRef } from '../../model/index.ts';
import { isClaimKey } from '../state/catalog.ts';
import { useApp } from './app-context.ts';
import type { Sight } from './start-stage.ts';

/** For how long after a cause of movement the thread follows, in milliseconds. */
const FOLLOW = 700;
/** Radius in CSS pixels with which the thread turns down into the card. */
const CORNER = 10;
/** What can move one of the thread's ends. */
const CAUSES = ['pointermove', 'wheel', 'keydown', 'resize', 'scroll', 'transitionrun'] as const;

export function ThreadOverlay({ sight }: { sight: () => Sight | undefined }) {
  const app = useApp();
  const path = useSignal('');
  const key = app.primary.value;
  const claim = key !== undefined && isClaimKey(key) ? app.catalog.claims.get(key) : undefined;
  useEffect(() => {
    path.value = '';
    if (claim === undefined || key === undefined) return;
    // A claim with a literal has no line: its thread begins at the subject.
    const from = app.catalog.graph.hasEdge(key)
      ? key
      : isEntityRef(claim.subject)
        ? claim.subject.entity
        : key;
    let until = 0;
    let frame = 0;
    const draw = () => {
      path.value = threadPath(sight()?.locate(from)) ?? '';
      frame = performance.now() < until ? requestAnimationFrame(draw) : 0;
    };
    const follow = () => {
      until = performance.now() + FOLLOW;
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    follow();
    for (const cause of CAUSES) window.addEventListener(cause, follow, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(frame);
      for (const cause of CAUSES) window.removeEventListener(cause, follow, { capture: true });
    };
  }, [key, app.canvas.value, app.state.value.folded, app.state.value.readingWidth]);
  if (path.value === '') return null;
  return (
    <svg class="thread-overlay" aria-hidden="true" focusable="false">
      <path d={path.value} />
    </svg>
  );
}

/** From a place on the canvas to the top of the card's thread, level where it arrives; nothing where an end is out of sight. */
function threadPath(at: { readonly x: number; readonly y: number } | undefined): string | undefined {
  const stage = document.querySelector('.stage')?.getBoundingClientRect();
  const card = document.querySelector('.card .thread')?.getBoundingClientRect();
  const column = document.querySelector('.reading .card')?.getBoundingClientRect();
  if (!at || !stage || !card || !column || column.left < stage.right - 1) return undefined;
  if (at.x < 0 || at.y < 0 || at.x > stage.width || at.y > stage.height) return undefined;
  const x = Math.round(stage.left + at.x);
  const y = Math.round(stage.top + at.y);
  const gutter =
    Number.parseFloat(getComputedStyle(document.querySelector('.reading')!).getPropertyValue('--gutter')) *
    16;
  const endX = column.left + gutter / 2;
  const endY = Math.min(Math.max(card.top + 9, column.top), column.bottom);
  const bend = Math.max((endX - x) * 0.45, 24);
  const turn = `${endX - CORNER} ${endY}Q${endX} ${endY} ${endX} ${endY + CORNER}`;
  return `M${x} ${y}C${x + bend} ${y} ${endX - bend} ${endY} ${turn}`;
}
