/** The timeline below the middle: claims by time, and a brush that filters everything. */
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { edtfText } from '../../graph/index.ts';
import type { App } from '../state/app.ts';
import { isLarge, panelsWait } from '../state/prepare.ts';
import { binsOf, standingOf, TIME_AXES, type TimeAxis, timeline } from '../state/timeline.ts';
import { setTime, showAxis, toggleFold } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';
import { RangeSliders } from './range-sliders.tsx';

export function Timeline() {
  const app = useApp();
  const strings = app.strings.value;
  const id = useId();
  const narrow = app.environment.narrow.value;
  const open = narrow ? app.timelineOver.value : !app.state.value.folded.has('timeline');
  const waits = panelsWait(app);
  const fold = () => {
    if (narrow) app.timelineOver.value = !open;
    else app.change((state) => toggleFold(state, 'timeline'));
  };
  return (
    <section class={`timeline${open ? ' is-open' : ''}`} aria-label={strings.timeline}>
      <div class="timeline-bar">
        <AxisChoice />
        {waits ? <p class="timeline-note" /> : <Standing />}
        <button
          type="button"
          class="icon-button is-small"
          aria-expanded={open}
          aria-controls={id}
          aria-label={open ? strings.foldTimeline : strings.unfoldTimeline}
          title={open ? strings.foldTimeline : strings.unfoldTimeline}
          onClick={fold}
        >
          <Icon name="chevron" />
        </button>
      </div>
      <div id={id} hidden={!open}>
        {open && (waits ? <EmptyScale /> : <Scale />)}
      </div>
    </section>
  );
}

function AxisChoice() {
  const app = useApp();
  const strings = app.strings.value;
  return (
    <label class="choice">
      <span class="visually-hidden">{strings.axisSwitch}</span>
      <select
        value={app.state.value.axis}
        onChange={({ currentTarget }) =>
          app.change((state) => showAxis(state, currentTarget.value as TimeAxis))
        }
      >
        {TIME_AXES.map((axis) => (
          <option key={axis} value={axis}>
            {strings.axes[axis]}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </label>
  );
}

/** What is chosen, and the claims without a time: counted, and taken in where the reader wants them. */
function Standing() {
  const app = useApp();
  const strings = app.strings.value;
  const { axis, filters } = app.state.value;
  const { time } = filters;
  const line = timeline(app.catalog, axis);
  const { bins } = line;
  const { undated } = standingOf(line, app.shown.value.loose.time);
  if (time === undefined) {
    return (
      <p class="timeline-note">
        {bins.length === 0 ? strings.noTimes[axis] : undated > 0 && strings.undated(undated)}
      </p>
    );
  }
  return (
    <div class="timeline-note">
      <strong>{rangeText(app, binsOf(line, time))}</strong>
      {undated > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={time.undated}
            onChange={() => app.change((state) => setTime(state, { ...time, undated: !time.undated }))}
          />
          {strings.withUndated(undated)}
        </label>
      )}
      <button
        type="button"
        class="text-button"
        onClick={() => app.change((state) => setTime(state, undefined))}
      >
        {strings.clearTime}
      </button>
    </div>
  );
}

/** As high as the scale, so that the canvas above keeps its size when it comes; that of a large graph is taken to have steps. */
function EmptyScale() {
  const { catalog, state } = useApp();
  const bins = isLarge(catalog) ? 2 : timeline(catalog, state.value.axis).bins.length;
  if (bins === 0) return null;
  return (
    <div class="scale">
      <div class="bars" />
      {bins > 1 && <div class="range-sliders" />}
      <div class="ticks" />
    </div>
  );
}

/** The bars with the brush: drawn by pointer or finger, moved by the two sliders. */
function Scale() {
  const app = useApp();
  const strings = app.strings.value;
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const pressed = useRef<{ readonly at: number; readonly gesture: object } | undefined>(undefined);
  const { axis, filters } = app.state.value;
  const line = timeline(app.catalog, axis);
  const { bins } = line;
  const none = bins.length === 0;
  useEffect(() => {
    if (box.current === null) return;
    const sizes = new ResizeObserver(([entry]) => {
      width.value = entry!.contentRect.width;
    });
    sizes.observe(box.current);
    return () => sizes.disconnect();
  }, [none]);
  if (none) return null;
  const names = bins.map(({ name }) => edtfText(name, strings));
  const { counts } = standingOf(line, app.shown.value.loose.time);
  const most = Math.max(1, ...counts);
  const [from, to] = binsOf(line, filters.time);
  const brush = (first: number, last: number, gesture?: object) => {
    const whole = first === 0 && last === bins.length - 1;
    const undated = app.state.peek().filters.time?.undated ?? false;
    const time =
      whole && (bins.length > 1 || filters.time !== undefined)
        ? undefined
        : { axis, from: bins[first]!.from, to: bins[last]!.to, undated };
    app.change((state) => setTime(state, time), gesture);
  };
  const binAt = (x: number) => {
    const { left, width } = box.current!.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((x - left) / width) * bins.length), 0), bins.length - 1);
  };
  const draw = (x: number) => {
    const start = pressed.current;
    if (start === undefined) return;
    const at = binAt(x);
    brush(Math.min(start.at, at), Math.max(start.at, at), start.gesture);
  };
  const chosen = filters.time !== undefined;
  return (
    <div class="scale">
      <div
        ref={box}
        class="bars"
        aria-hidden="true"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          pressed.current = { at: binAt(event.clientX), gesture: {} };
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event.clientX);
        }}
        onPointerMove={(event) => draw(event.clientX)}
        onPointerUp={() => {
          pressed.current = undefined;
        }}
        onPointerCancel={() => {
          pressed.current = undefined;
        }}
      >
        {bins.map(({ name }, at) => (
          <span
            key={name}
            class={`bin${chosen && (at < from || at > to) ? ' is-out' : ''}`}
            title={strings.claimsAt(edtfText(name, strings), counts[at]!)}
          >
            <span
              class="bar"
              style={{ '--share': counts[at]! > 0 ? Math.max(0.08, counts[at]! / most) : 0 }}
            />
          </span>
        ))}
      </div>
      {bins.length > 1 && (
        <RangeSliders
          min={0}
          max={bins.length - 1}
          step={1}
          value={[from, to]}
          labels={[strings.leastOf(strings.axes[axis]), strings.mostOf(strings.axes[axis])]}
          text={(at) => strings.claimsAt(edtfText(bins[at]!.name, strings), counts[at]!)}
          onChange={([first, last], gesture) => brush(first, last, gesture)}
        />
      )}
      <div class="ticks" aria-hidden="true">
        {ticksOf(bins.length, mostTicks(names, width.value)).map((at) => (
          <span key={at} style={{ '--at': (at + 0.5) / bins.length }}>
            {names[at]}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Pixels of a letter of a tick on the average, and between two ticks. */
const LETTER = 6.6;
const BETWEEN = 12;

/** The first name begins at its step's side and the next has its middle there: both together take one and a half. */
function mostTicks(names: readonly string[], width: number): number {
  const longest = Math.max(...names.map(({ length }) => length));
  return Math.max(1, Math.min(4, Math.floor(width / (1.5 * longest * LETTER + BETWEEN))));
}

/** Steps that are named: the first, the last, and as many between as can be read. */
function ticksOf(bins: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(bins / most));
  return [...Array(bins).keys()].filter((at) => at % every === 0 && (at === 0 || bins - at > every / 2));
}

function rangeText(app: App, [from, to]: readonly [number, number]): string {
  const strings = app.strings.value;
  const { bins } = timeline(app.catalog, app.state.value.axis);
  const [first, last] = [from, to].map((at) => edtfText(bins[at]?.name ?? '', strings)) as [string, string];
  return first === last ? first : strings.dates.between(first, last);
}
