/** What the networks for masks tell apart in a picture. */
export const FINDABLE = ['faces', 'subject', 'background'] as const;
export type Findable = (typeof FINDABLE)[number];
