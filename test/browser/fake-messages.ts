/** The browser's catalogue, which a test may put in the place of the code's own English. */

/** As browsers answer: nothing for an unknown name. */
export function getMessage(key: string, values: readonly string[]): string {
  const { message = '' } = window.catalogue?.[key] ?? {};
  return message.replace(/\$([$\d])/g, (_, place: string) => (place === '$' ? '$' : (values[Number(place) - 1] ?? '')));
}

declare global {
  interface Window {
    /** The texts of another language. */
    catalogue?: Record<string, { message: string }>;
  }
}
