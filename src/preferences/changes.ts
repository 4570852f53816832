/** What pages of the extension keep together: whoever changes it tells the others, which read it anew. */
const CHANNEL = 'brushover-changes';

type Kept = 'settings' | 'presets' | 'styles' | 'network' | 'marks';

let channel: BroadcastChannel | null = null;
const listeners = new Set<(what: Kept) => void>();

export function tellChange(what: Kept): void {
  open().postMessage(what);
}

/** Hears of changes that other pages made. Returns a function that stops listening. */
export function onChange(what: Kept, listener: () => void): () => void {
  const hear = (changed: Kept) => changed === what && listener();
  open();
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

function open(): BroadcastChannel {
  if (channel) return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Kept>) => listeners.forEach((listener) => listener(data));
  return channel;
}
