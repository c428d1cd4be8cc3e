/** A small picture of the whole graph in the canvas's corner; the frame in it is what the canvas shows, and can be moved. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from './app-context.ts';
import type { Sight } from './start-stage.ts';

/** CSS pixels; the style sheet has the same. */
const SIZE = { width: 168, height: 116 };
/** Milliseconds after the last change before the picture is drawn again. */
const REDRAW_AFTER = 120;
/** What an arrow key moves, as a share of what the canvas shows. */
const STEP = 0.25;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** @param stage undefined until it is made */
export function Overview({ stage }: { stage: Sight | undefined }) {
  const app = useApp();
  const strings = app.strings.value;
  const picture = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  useEffect(() => (stage ? follow(stage, picture.current!, frame.current!) : undefined), [stage]);

  const look = (event: PointerEvent, still: boolean) => {
    const { left, top } = picture.current!.getBoundingClientRect();
    const to = { x: event.clientX - left, y: event.clientY - top };
    const { prefersLessMotion } = app.environment;
    stage?.overview().lookAt(to, SIZE.width, SIZE.height, still || prefersLessMotion.peek());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined || stage === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const overview = stage.overview();
    const { left, top, width, height } = overview.window(SIZE.width, SIZE.height);
    const to = { x: left + (0.5 + arrow[0]) * width, y: top + (0.5 + arrow[1]) * height };
    overview.lookAt(to, SIZE.width, SIZE.height, true);
  };
  return (
    <div
      class="overview"
      role="application"
      aria-label={strings.overviewHelp}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the view here
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        held.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        look(event, false);
      }}
      onPointerMove={(event) => {
        if (held.current) look(event, true);
      }}
      onLostPointerCapture={() => {
        held.current = false;
      }}
    >
      <canvas ref={picture} />
      <div ref={frame} class="overview-frame" />
    </div>
  );
}

/** Draws the picture when it has changed and has come to rest, and moves the frame along with the camera. @returns stops it */
function follow(stage: Sight, picture: HTMLCanvasElement, frame: HTMLDivElement): () => void {
  let drawn: unknown;
  let version = 0;
  let later: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    const ratio = window.devicePixelRatio || 1;
    picture.width = SIZE.width * ratio;
    picture.height = SIZE.height * ratio;
    const overview = stage.overview();
    drawn = overview;
    version = overview.version;
    overview.draw(picture.getContext('2d')!);
    move();
  };
  const move = () => {
    const { left, top, width, height } = stage.overview().window(SIZE.width, SIZE.height);
    Object.assign(frame.style, {
      transform: `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`,
      width: `${width.toFixed(1)}px`,
      height: `${height.toFixed(1)}px`,
    });
  };
  const onDrawn = () => {
    move();
    const overview = stage.overview();
    if (overview === drawn && overview.version === version) return;
    drawn = overview;
    version = overview.version;
    clearTimeout(later);
    later = setTimeout(draw, REDRAW_AFTER);
  };
  draw();
  const stop = stage.watch(onDrawn);
  return () => {
    stop();
    clearTimeout(later);
  };
}
