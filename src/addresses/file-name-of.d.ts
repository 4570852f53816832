/**
 * The name of the file that an address leads to, for people: "https://example.org/a%20b.jpg" → "a b.jpg". Empty where it
 * leads to no file. What isn't encoded as it should be, such as "100%.jpg", stays as it is.
 */
export declare function fileNameOf(address: string): string;
