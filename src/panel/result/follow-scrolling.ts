/**
 * Tells the style sheet how much of the stage's place has scrolled out of sight, so that the stage fits into what is left.
 * Returns a function that ends it.
 */
export function followScrolling(stage: HTMLElement): () => void {
  const place = stage.closest<HTMLElement>('.stage-place');
  const scroller = place?.closest('main');
  if (!place || !scroller) return () => undefined;
  const abort = new AbortController();
  const follow = (): void => {
    const cut = Math.max(0, scroller.getBoundingClientRect().top - place.getBoundingClientRect().top);
    place.style.setProperty('--cut', `${cut}px`);
    place.toggleAttribute('data-pinned', cut > 0);
  };
  scroller.addEventListener('scroll', follow, { passive: true, signal: abort.signal });
  const sizes = new ResizeObserver(follow);
  sizes.observe(place);
  return () => {
    abort.abort();
    sizes.disconnect();
  };
}
