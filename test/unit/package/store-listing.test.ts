/** The words of the stores' listings, in every language that the extension speaks. */
import { readFileSync } from 'node:fs';
import { problemsOfListing, storeListings } from '../../../tools/package/store-listing';

const listings = storeListings();
const names = (text: string) =>
  new Set(text.match(/[A-Z]\w*[A-Z]\w*|[A-Z][a-z]+(?:pea|Paint|otno|ecks|skel|draw|erro)|fabric\.js|VGG-\d+|512|MIT|CVPR 2016/g));
const english = listings[0]!;

test.each(listings.map((listing) => [listing.language, listing] as const))(
  '%s: fits the forms, and names what the English one does',
  (_language, listing) => {
    expect(problemsOfListing(listing)).toEqual([]);
    const capitals = (text: string) =>
      [...names(text)].filter((name) => english.description.includes(name) && !/^[A-Z]+$/.test(name)).sort();
    expect(capitals(listing.description)).toEqual(capitals(english.description));
    expect(listing.description.match(/^• /gm)).toHaveLength(english.description.match(/^• /gm)!.length);
  },
);

test('what is too long is told', () => {
  expect(problemsOfListing({ ...english, summary: 'a'.repeat(133) })).toEqual(['The summary in en has 133 letters; a store takes 132.']);
});

test('every permission has its reason', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as Record<'permissions' | 'optional_permissions', string[]>;
  const reasons = readFileSync('store/permissions.txt', 'utf8');
  for (const permission of [...manifest.permissions, ...manifest.optional_permissions])
    expect(reasons).toMatch(new RegExp(`^(.*, )?${permission}\\b.*: `, 'm'));
});
