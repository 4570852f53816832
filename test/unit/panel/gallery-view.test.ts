import { stored } from './fake-extension-api';
import { galleryMarks, isMarked, restoreMarks, setMark } from '../../../src/preferences/gallery-marks';
import {
  galleryView,
  galleryViews,
  hideNotice,
  hideStyle,
  isFolded,
  restoreGalleryView,
  showAllHidden,
  showAllStyles,
  showGalleryView,
  shownStyles,
  styleSearch,
  undoHiding,
  visibleStyles,
} from '../../../src/panel/state/styles/gallery-view';
import { builtInStyles, learnedStyles, ownStyles, type GalleryStyle } from '../../../src/panel/state/styles/styles';
import { plainText } from '../../../src/panel/state/styles/words';

const style = (id: string, group: GalleryStyle['group'], words: string): GalleryStyle => ({
  id,
  name: id,
  description: '',
  group,
  words: plainText(words),
  thumbnailUrl: '',
  imageUrl: '',
  own: null,
  source: { kind: 'built-in', file: `${id}.jpg` },
  load: async () => new Blob(),
});
const names = (styles: readonly GalleryStyle[]) => styles.map(({ id }) => id).join(' ');
const found = () => names(shownStyles.value);
const counts = () => Object.fromEntries(galleryViews.value.map((part) => [part.view, part.found.length]));

beforeEach(() => {
  ownStyles.value = [style('mine', 'own', 'Mine')];
  builtInStyles.value = [
    style('swirls', 'paint', 'Sternenwirbel Dickes Öl Starlit swirls Thick oil paint'),
    style('storm', 'paint', 'Sturm auf See Romantisches Öl Storm sea'),
    style('etched', 'drawing', 'Radierung Geätztes Gesicht Etched face'),
  ];
  learnedStyles.value = [style('learned-0', 'learned', 'Warm pastel')];
  galleryMarks.value = { favourites: [], hidden: [] };
  showAllStyles();
});

test('parts with something in them are told with how much', () => {
  expect(counts()).toEqual({ all: 5, own: 1, paint: 2, drawing: 1, learned: 1 });
  showGalleryView('paint');
  expect(found()).toBe('swirls storm');
});

test.each([
  ['ol', 'swirls storm'],
  ['ÖL wirbel', 'swirls'],
  ['GEATZTES', 'etched'],
  ['swirls oil', 'swirls'],
  ['zebra', ''],
  ['   ', 'mine swirls storm etched learned-0'],
])('words “%s” find by name and description, in either language, without accents and case', (words, expected) => {
  styleSearch.value = words;
  expect(found()).toBe(expected);
});

test('words and a part together, and the way back', () => {
  showGalleryView('drawing');
  styleSearch.value = 'öl';
  expect([found(), counts().all, counts().paint, counts().drawing]).toEqual(['', 2, 2, 0]);
  expect(isFolded.value).toBe(false);
  showAllStyles();
  expect([galleryView.value, styleSearch.value, isFolded.value]).toEqual(['all', '', true]);
});

test('favourites come first, in the order in which they were chosen, and are kept', async () => {
  await setMark('favourites', ['learned-0'], true);
  await setMark('favourites', ['storm'], true);
  expect(found()).toBe('learned-0 storm mine swirls etched');
  showGalleryView('favourites');
  expect(found()).toBe('learned-0 storm');
  galleryMarks.value = { favourites: [], hidden: [] };
  await restoreMarks();
  expect(isMarked('favourites', 'storm')).toBe(true);
  await setMark('favourites', ['storm', 'learned-0'], false);
  expect([galleryView.value, found()]).toEqual(['all', 'mine swirls storm etched learned-0']);
});

test('what is hidden is nowhere but among the hidden, until it is shown again', async () => {
  await setMark('favourites', ['storm'], true);
  await hideStyle(builtInStyles.value[1]!);
  expect([names(visibleStyles.value), counts()]).toEqual([
    'mine swirls etched learned-0',
    { all: 4, own: 1, paint: 1, drawing: 1, learned: 1, hidden: 1 },
  ]);
  await undoHiding();
  expect([found(), hideNotice.value]).toEqual(['storm mine swirls etched learned-0', null]);

  await hideStyle(builtInStyles.value[0]!);
  await hideStyle(builtInStyles.value[2]!);
  showGalleryView('hidden');
  expect(found()).toBe('swirls etched');
  await showAllHidden();
  expect([galleryView.value, counts().all]).toEqual(['all', 5]);
  await undoHiding();
  expect(galleryMarks.value.hidden).toEqual(['swirls', 'etched']);
});

test('the part that was chosen is there the next time, and what another hand wrote is left out', async () => {
  showGalleryView('learned');
  showAllStyles();
  stored.galleryView = 'paint';
  await restoreGalleryView();
  expect(galleryView.value).toBe('paint');
  stored.galleryView = 'nonsense';
  stored.galleryMarks = { favourites: 'all' };
  await restoreGalleryView();
  await restoreMarks();
  expect([galleryView.value, galleryMarks.value]).toEqual(['all', { favourites: [], hidden: [] }]);
});
