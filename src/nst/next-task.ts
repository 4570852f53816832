/**
 * Resolves after waiting messages were handled. An engine that computes on its own thread never yields by itself:
 * without this, a Worker would learn of a cancelled run only after its end.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
