/** What `npm run check` runs, each a script of package.json; the longest first. */
export const CHECK_PARTS = ['lint:code', 'types', 'lint:extension', 'format', 'lint:unused', 'docs'] as const;
