const MEMORY_MS = 60_000;

let last: { path: EventTarget[]; x: number; y: number; at: number } | null = null;

/** From the first use on a page, every right-click there is known exactly; it is only watched, never changed. */
export function rememberLastTarget(): void {
  document.addEventListener(
    'contextmenu',
    (event) => {
      // A page may make up events, and would choose what is taken.
      if (!event.isTrusted) return;
      last = { path: event.composedPath(), x: event.clientX, y: event.clientY, at: performance.now() };
    },
    { capture: true, passive: true },
  );
}

/** What lay under the last right-click, topmost first; null if none was seen of late. */
export function lastTargets(): Element[] | null {
  if (!last || performance.now() - last.at > MEMORY_MS) return null;
  const path = last.path.filter((target): target is Element => target instanceof Element);
  return [...path, ...document.elementsFromPoint(last.x, last.y)];
}
