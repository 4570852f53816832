import type { RgbaImage } from '../nst/images/image';

/** A preview's picture for everyone of the extension; structured clone carries the pixels. */
export interface PreviewEvent {
  /** Of the request. */
  id: string;
  picture: RgbaImage;
}

const CHANNEL = 'brushover-previews';

export function createPreviewSender(): (event: PreviewEvent) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (event) => channel.postMessage(event);
}

/** Returns a function that stops listening. */
export function onPreview(listener: (event: PreviewEvent) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (message: MessageEvent<PreviewEvent>) => listener(message.data);
  return () => channel.close();
}
