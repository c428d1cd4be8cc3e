// What a page costs in JavaScript alone: WebGL draws nothing here, so that the times are not those of a software renderer.

/** Runs in the page before its own script: stubs what WebGL draws, notes the first frame, every long task, and when all is opened. */
export const BEFORE = `
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'bufferData', 'bufferSubData', 'texImage2D', 'clear']) {
    const draws = name.startsWith('draw');
    WebGL2RenderingContext.prototype[name] = function () {
      if (draws && window.firstFrame === undefined) {
        window.firstFrame = 0;
        // When the task that draws is over.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { window.firstFrame = performance.now(); };
        channel.port2.postMessage(0);
      }
    };
  }
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

/** @returns milliseconds from the end of the document's text to the end of the task that drew the first frame, and megabytes after a collection */
export async function firstFrame(browser, address, timeout) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    offline: true,
  });
  const page = await context.newPage();
  await page.addInitScript(BEFORE);
  await page.goto(address, { timeout, waitUntil: 'commit' });
  await page.waitForFunction(() => window.firstFrame > 0, undefined, { timeout });
  const time = await page.evaluate(
    () => window.firstFrame - performance.getEntriesByType('navigation')[0].domInteractive,
  );
  return { page, context, time, megabytes: await heap(page) };
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
  const client = await page.context().newCDPSession(page);
  const events = [];
  const collect = ({ value }) => events.push(...value);
  client.on('Tracing.dataCollected', collect);
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
  });
  await act();
  await new Promise((done) => setTimeout(done, rest));
  const complete = new Promise((done) => client.once('Tracing.tracingComplete', done));
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  );
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && main.has(thread(event)));
  const most = (length) => Math.max(0, ...tasks.map((task) => (task[length] ?? 0) / 1_000));
  return { processor: most('tdur'), clock: most('dur') };
}
