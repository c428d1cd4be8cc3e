// What a page costs in JavaScript alone: WebGL draws nothing here, so that the times are not those of a software renderer.

/** Runs in the page before its own script: stubs what WebGL draws, notes the first frame, its labels, every long task, and when all is opened. */
export const BEFORE = `
  // When the browser has taken the canvases over for the screen: it does so right after the callbacks of the next frame.
  const noteFrame = (name) => {
    if (name in window) return;
    window[name] = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      performance.mark(name);
      window[name] = performance.now();
    };
    requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'bufferData', 'bufferSubData', 'texImage2D', 'clear']) {
    WebGL2RenderingContext.prototype[name] = () => {
      if (name.startsWith('draw')) noteFrame('firstFrame');
    };
  }
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...text) {
    noteFrame('firstLabels');
    fillText.apply(this, text);
  };
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask' });
  new MutationObserver((_, observer) => {
    if (document.querySelector('[data-canvas="ready"]') === null) return;
    window.loaded = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-canvas'] });
`;

/**
 * Opens a page until it has drawn and written its first labels.
 *
 * @returns what the page's thread spent from the end of the document's text until its first drawing was taken over for the screen: by
 *   the clock, and in processor time, which leaves out what other threads and other programs did meanwhile; the latter until the
 *   labels were, too; and megabytes after a collection
 */
export async function firstFrame(browser, address, timeout) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    offline: true,
  });
  const page = await context.newPage();
  await page.addInitScript(BEFORE);
  const trace = await startTrace(page, 'blink.user_timing');
  await page.goto(address, { timeout, waitUntil: 'commit' });
  await page.waitForFunction(() => window.firstFrame > 0 && window.firstLabels > 0, undefined, { timeout });
  const events = await trace();
  const [drawn, labels] = ['firstFrame', 'firstLabels'].map((mark) =>
    events.find(({ name }) => name === mark),
  );
  const start = events.findLast(
    ({ name, ts, pid, tid }) =>
      name === 'domInteractive' && ts < drawn.ts && pid === drawn.pid && tid === drawn.tid,
  );
  const spent = (end, stamp) => (end[stamp] - start[stamp]) / 1_000;
  return {
    page,
    context,
    processor: spent(drawn, 'tts'),
    clock: spent(drawn, 'ts'),
    labels: spent(labels, 'tts'),
    megabytes: await heap(page),
  };
}

/** @returns megabytes after a collection */
export async function heap(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize / 1e6;
}

/**
 * Opens the viewer and waits until its panels are filled and it is at rest.
 *
 * @returns milliseconds from the end of the document's text until then, and the longest tasks of the main thread before and after
 */
export async function opening(page, timeout, rest) {
  await page.waitForFunction(() => window.loaded > 0, undefined, { timeout });
  await page.waitForTimeout(rest);
  return page.evaluate(() => {
    const start = performance.getEntriesByType('navigation')[0].domInteractive;
    const longest = (tasks) => Math.max(0, ...tasks.map(({ duration }) => duration));
    const { loaded, tasks } = window;
    // A task that was under way when the panels came belongs to the opening.
    return {
      time: loaded - start,
      before: longest(tasks.filter(({ startTime }) => startTime >= start && startTime < loaded)),
      after: longest(tasks.filter(({ startTime }) => startTime >= loaded)),
    };
  });
}

/**
 * The longest task of the main thread while something is done and in the second after it.
 *
 * @returns milliseconds of processor time, which a busy machine leaves as they are, and of the clock
 */
export async function longestTask(page, act, rest = 1_000) {
  const trace = await startTrace(page, 'toplevel');
  await act();
  await new Promise((done) => setTimeout(done, rest));
  const events = await trace();
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  );
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && main.has(thread(event)));
  const most = (length) => tasks.reduce((found, task) => Math.max(found, (task[length] ?? 0) / 1_000), 0);
  return { processor: most('tdur'), clock: most('dur') };
}

/** Begins to take down what the browser does. @returns ends it and gives the events, times in microseconds */
async function startTrace(page, category) {
  const client = await page.context().newCDPSession(page);
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [category, '__metadata'] },
  });
  return async () => {
    const complete = new Promise((done) => client.once('Tracing.tracingComplete', done));
    await client.send('Tracing.end');
    await complete;
    await client.detach();
    return events;
  };
}
