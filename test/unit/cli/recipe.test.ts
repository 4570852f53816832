import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { encodePng } from '../../../src/picture-files/encode';
import { hashPictures } from '../../../src/picture-files/hash-pictures';
import { RECIPE_KEYWORD, recipeText } from '../../../src/picture-files/recipe-text';
import type { Recipe } from '../../../src/nst/recipe';
import { defaultSettings } from '../../../src/nst/settings';
import { differenceFrom, readRecipe as readRecipeFor } from '../../../tools/cli/recipe';
import { randomPicture } from '../nst/engine-for-tests';

const folder = mkdtempSync(join(tmpdir(), 'brushover-recipe-'));
const file = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const SHIPPED = { id: 'vgg16-imagenet', own: null };
const readRecipe = (path: string) => readRecipeFor(path, SHIPPED);

const picture = randomPicture(9, 7, 1);

async function recipe(): Promise<Recipe> {
  const styles = [
    { image: randomPicture(8, 8, 2), mask: null },
    { image: randomPicture(8, 8, 3), mask: randomPicture(8, 8, 4) },
  ];
  return {
    version: '0.1.0',
    model: 'vgg16-imagenet',
    backend: 'wasm',
    size: 64,
    // Every setting away from its default, so that one that is lost is noticed.
    settings: {
      contentWeight: 0.75,
      styleWeight: 12.5,
      tvWeight: 1e-7,
      contentLayers: { relu3_2: 0.25, relu4_2: 1 },
      styleLayers: { relu5_1: 2, relu1_1: 1e-3 },
      contentLosses: { laplacian: 0.5, features: 3 },
      styleLosses: { neighbors: 4, gram: 2.5 },
      normalization: 'seed',
      pooling: 'max',
      padding: 'reflect',
      normalizeGradients: true,
      optimizer: 'adam',
      evaluations: 7,
      learningRate: 3.5,
      init: 'noise',
      seed: 4294967295,
      earlyStop: 0.001,
      scales: [
        { scale: 1 / 3, evaluations: 4 },
        { scale: 1, evaluations: 3 },
      ],
      strokeSize: 'bold',
      styleScale: 0.75,
      keepColors: 'match',
      tileMemory: 200,
    },
    styleWeights: [0.7, 0.3],
    pictures: await hashPictures({ content: picture, styles, mask: picture, start: null }),
  };
}

async function writePng(name: string, text: Record<string, string>): Promise<string> {
  writeFileSync(file(name), Buffer.from(await encodePng(picture, text).arrayBuffer()));
  return file(name);
}

describe('a recipe', () => {
  it('comes back from the PNG and from the report as it was', async () => {
    const written = await recipe();
    for (const key of Object.keys(defaultSettings) as (keyof typeof defaultSettings)[]) {
      expect([key, written.settings[key]]).not.toEqual([key, defaultSettings[key]]);
    }
    expect(await readRecipe(await writePng('g.png', recipeText(written)))).toEqual(written);
    writeFileSync(file('r.json'), JSON.stringify({ version: '0.1.0', recipe: written }));
    expect(await readRecipe(file('r.json'))).toEqual(written);
  });

  it('keeps settings that are null or have no layers', async () => {
    const written = { ...(await recipe()), size: null, settings: { ...defaultSettings, contentLayers: {} } };
    expect(await readRecipe(await writePng('null.png', recipeText(written)))).toEqual(written);
  });

  it.each<[string, (path: string) => Promise<void> | void]>([
    ['a PNG without one', async () => void (await writePng('bad', {}))],
    ['a damaged PNG', async () => writeFileSync(file('bad'), Buffer.from(await encodePng(picture).arrayBuffer()).subarray(0, 60))],
    ['text that is no JSON', async () => void (await writePng('bad', { [RECIPE_KEYWORD]: '{' }))],
    ['a report of another kind', (path) => writeFileSync(path, '{"recipe": {"settings": {}}}')],
    ['a file that is null', (path) => writeFileSync(path, 'null')],
    ['an empty file', (path) => writeFileSync(path, '')],
  ])('%s is one clear sentence', async (_name, write) => {
    await write(file('bad'));
    await expect(readRecipe(file('bad'))).rejects.toThrow(
      /^--recipe: .*bad holds no recipe; name a picture or a report that Brushover wrote\.$/,
    );
  });

  it('of another network is refused with what to do instead', async () => {
    const path = await writePng('old.png', recipeText({ ...(await recipe()), model: 'vgg16' }));
    await expect(readRecipe(path)).rejects.toThrow(
      /^--recipe: .*old\.png was made with the network “vgg16”, and this version has vgg16-imagenet, .* leave --recipe out and give the settings .* as flags\.$/,
    );
  });

  it('of a network that somebody brought asks for its file, and takes no other', async () => {
    const made = { ...(await recipe()), model: 'vgg19-0123456789ab', modelHash: '0123456789ab'.padEnd(64, '0') };
    const path = await writePng('own.png', recipeText(made));
    const own = { paths: ['a.safetensors'], preprocessing: 'auto' } as const;
    await expect(readRecipe(path)).rejects.toThrow(/“vgg19-0123456789ab”, which somebody brought; give its file with --network\.$/);
    await expect(readRecipeFor(path, { id: 'vgg19-ffffffffffff', own })).rejects.toThrow(
      /and --network is vgg19-ffffffffffff, which paints another picture; leave --network out or give that one\.$/,
    );
    expect(await readRecipeFor(path, { id: made.model, own })).toEqual(made);
  });

  it.each<[string, (recipe: Recipe) => unknown, string | RegExp]>([
    ['a weight below 0', (r) => withSetting(r, 'styleWeight', -1), 'its styleWeight needs a number from 0 to 1000000.'],
    ['a size of 8', (r) => ({ ...r, size: 8 }), 'its size needs a whole number from 16 to 16384.'],
    ['a size of 1e9', (r) => ({ ...r, size: 1e9 }), 'its size needs a whole number from 16 to 16384.'],
    ['1e300 evaluations', (r) => withSetting(r, 'evaluations', 1e300), 'its evaluations needs a whole number from 1 to 10000.'],
    ['NaN as a text', (r) => withSetting(r, 'tvWeight', 'NaN'), 'its tvWeight needs a number from 0 to 1000000.'],
    ['a learning rate that overflows', (r) => withSetting(r, 'learningRate', 9e307 * 10), /its learningRate needs a number/],
    ['an unknown engine', (r) => ({ ...r, backend: 'constructor' }), 'its backend needs one of wasm, webgl,'],
    ['a layer called __proto__', (r) => withSetting(r, 'styleLayers', JSON.parse('{"__proto__":1}')), 'there is no “__proto__”.'],
    ['styles that count nothing', (r) => ({ ...r, styleWeights: [0, 0] }), 'its styleWeights needs weights of styles from 0'],
  ])('with %s says which setting and what it needs', async (_name, change, sentence) => {
    // JSON has no Infinity, but a number that overflows to it.
    const text = JSON.stringify(change(await recipe()), (_key, value: unknown) => (value === Infinity ? '1e999' : value));
    const path = await writePng('bad.png', { [RECIPE_KEYWORD]: text.replace('"1e999"', '1e999') });
    const error = await readRecipe(path).then(
      () => 'no error',
      (caught: Error) => caught.message,
    );
    expect(error).toMatch(/^--recipe: .*bad\.png can't be used: its .*\.$/);
    expect(error).toMatch(sentence);
  });

  it('takes nothing from a prototype', async () => {
    const written = await recipe();
    const { seed, ...others } = written.settings;
    const text = JSON.stringify({ ...written, settings: others }).replace('"settings":{', `"settings":{"__proto__":{"seed":${seed}},`);
    expect((await readRecipe(await writePng('proto.png', { [RECIPE_KEYWORD]: text }))).settings.seed).toBe(defaultSettings.seed);
  });
});

function withSetting(recipe: Recipe, key: string, value: unknown): unknown {
  return { ...recipe, settings: { ...recipe.settings, [key]: value } };
}

describe('the hashes of pictures', () => {
  it('are SHA-256 of the RGBA bytes', async () => {
    const { content } = await hashPictures({ content: picture, styles: [], mask: null, start: null });
    expect(content).toBe(createHash('sha256').update(picture.data).digest('hex'));
  });

  it('tell which pictures are others', async () => {
    const { pictures } = await recipe();
    expect(differenceFrom(pictures, pictures)).toBeNull();
    const given = {
      ...pictures,
      content: 'x',
      styles: [
        { ...pictures.styles[0], image: 'y' },
        { ...pictures.styles[1], mask: null },
      ],
    };
    expect(differenceFrom(pictures, given)).toBe(
      'not as in the recipe, so the result will differ: the content, style 1, the mask of style 2.',
    );
    expect(differenceFrom(pictures, { ...pictures, styles: [pictures.styles[0]] })).toMatch(/differ: style 2, the mask of style 2\.$/);
  });
});
