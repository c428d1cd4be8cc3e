/** Tells when an element's size or the screen's pixel ratio changes. */

/** @returns a function that stops the watch */
export function watchSize(element: HTMLElement, onChange: () => void): () => void {
  let width = element.offsetWidth;
  let height = element.offsetHeight;
  const observer = new ResizeObserver(() => {
    // The first report comes without any change.
    if (element.offsetWidth === width && element.offsetHeight === height) return;
    width = element.offsetWidth;
    height = element.offsetHeight;
    onChange();
  });
  observer.observe(element);
  let query: MediaQueryList | undefined;
  const onRatio = () => {
    watchRatio();
    onChange();
  };
  // A media query can only say that the ratio is no longer what it was; then the next one is watched.
  const watchRatio = () => {
    query?.removeEventListener('change', onRatio);
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', onRatio);
  };
  watchRatio();
  return () => {
    observer.disconnect();
    query?.removeEventListener('change', onRatio);
  };
}
