import './fake-extension-api';
import { UserFacingError } from '../../../src/protocol/failure';
import { addOwnStyle, deletedStyle, deleteOwnStyle, renameOwnStyle, undoDelete } from '../../../src/panel/state/styles/own-styles';
import { exportStyles, importStyles } from '../../../src/panel/state/styles/style-archive';
import { ownStyles, selectedStyle, styleError } from '../../../src/panel/state/styles/styles';
import { loadStyles } from '../../../src/storage/styles';

jest.mock('../../../src/picture-files/decode', () => ({
  decodeImage: async (blob: Blob) => {
    if ((await blob.text()).startsWith('broken')) throw new UserFacingError('not-an-image', 'The style image can’t be read.');
    return { width: 2, height: 2, data: new Uint8ClampedArray(16) };
  },
}));
jest.mock('../../../src/preferences/styles/thumbnail', () => ({ thumbnailOf: async () => new Blob(['thumbnail']) }));

const picture = (text: string) => new Blob([text], { type: 'image/png' });
const names = () => ownStyles.value.map(({ name }) => name);
const storedNames = async () => (await loadStyles()).map(({ name }) => name);

afterEach(async () => {
  for (const { id } of ownStyles.value) await deleteOwnStyle(id);
});

test('a picture is stored, named after its file, and chosen', async () => {
  await addOwnStyle(picture('waves'), 'Great wave.jpeg');
  expect(selectedStyle.value?.name).toBe('Great wave');
  expect(await storedNames()).toEqual(['Great wave']);
  expect(await (await selectedStyle.value!.load()).text()).toBe('waves');
});

test('what is no picture is refused with its sentence, and nothing is stored', async () => {
  await addOwnStyle(picture('broken'), 'broken.png');
  expect(styleError.value).toBe('The style image can’t be read.');
  expect(await storedNames()).toEqual([]);
});

test('renaming lasts; a deleted style comes back by undo, selected', async () => {
  await addOwnStyle(picture('waves'), 'waves.png');
  const { id } = ownStyles.value[0];
  await renameOwnStyle(id, '  Kanagawa ');
  expect(await storedNames()).toEqual(['Kanagawa']);

  await deleteOwnStyle(id);
  expect([names(), await storedNames()]).toEqual([[], []]);
  expect(deletedStyle.value?.name).toBe('Kanagawa');

  await undoDelete();
  expect([names(), await storedNames()]).toEqual([['Kanagawa'], ['Kanagawa']]);
  expect(selectedStyle.value?.id).toBe(id);
  expect(deletedStyle.value).toBeNull();
});

test('an exported file brings the same pictures and names back', async () => {
  await addOwnStyle(picture('\u0000waves'), 'waves.png');
  await addOwnStyle(picture('dots'), 'dots.png');
  const file = await exportStyles();
  for (const { id } of ownStyles.value) await deleteOwnStyle(id);
  await importStyles(file);
  expect(styleError.value).toBeNull();
  expect((await storedNames()).sort()).toEqual(['dots', 'waves']);
  const waves = ownStyles.value.find(({ name }) => name === 'waves')!;
  expect(await (await waves.load()).text()).toBe('\u0000waves');
  expect(waves.own?.image.type).toBe('image/png');
});

test.each([
  ['no JSON', 'hello', /holds no exported styles/],
  ['other JSON', '{"styles": []}', /holds no exported styles/],
  ['a newer version', '{"format": "brushover-styles", "version": 2, "styles": []}', /newer Brushover/],
  ['a newer version of another shape', '{"format": "brushover-styles", "version": 3, "pictures": {}}', /newer Brushover/],
  ['a name without end', named('a'.repeat(201)), /holds no exported styles/],
  ['no name', named(' '), /holds no exported styles/],
  ['a web address as picture', archive('https://example.org/a.png'), /holds no exported styles/],
  ['a damaged picture', archive('data:image/png;base64,%%%'), /damaged/],
  ['one broken picture among good ones', archive(dataUrl('fine'), dataUrl('broken')), /can’t be read/],
])('%s is refused as a whole', async (_what, text, sentence) => {
  await importStyles(new Blob([text]));
  expect(styleError.value).toMatch(sentence);
  expect(await storedNames()).toEqual([]);
});

function archive(...images: string[]): string {
  return JSON.stringify({ format: 'brushover-styles', version: 1, styles: images.map((image) => ({ name: 'a', image })) });
}

function named(name: string): string {
  return JSON.stringify({ format: 'brushover-styles', version: 1, styles: [{ name, image: dataUrl('waves') }] });
}

function dataUrl(text: string): string {
  return `data:image/png;base64,${btoa(text)}`;
}
