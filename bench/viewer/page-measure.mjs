// What a page costs in JavaScript alone: WebGL draws nothing here, so that the times are not those of a software renderer.

/** Runs in the page before its own script: stubs what WebGL draws, notes the first frame and every long task. */
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
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask' });
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
  const client = await context.newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return { page, context, time, megabytes: usedSize / 1e6 };
}

/** The longest task of the main thread while something is done and in the second after it, in milliseconds; tasks under 50 count as 0. */
export async function longestTask(page, act, rest = 1_000) {
  await page.evaluate(() => {
    window.longest = 0;
  });
  await act();
  await page.waitForTimeout(rest);
  return page.evaluate(() => window.longest);
}
