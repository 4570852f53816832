/** `--recipe g.png|g.jpg|g.webp|r.json`: the settings of an earlier run, and whether its pictures are the same. */
import * as v from 'valibot';
import { recipeSchema, type PictureHashes, type Recipe } from '../../src/nst/recipe';
import { readInput } from './files';
import type { CommandNetwork } from './network-flag';
import { UsageError } from './options';
import { recipeIn } from './recipe-in';

/** What may be wrong in a file that is a recipe otherwise. */
const VALUES = ['settings', 'size', 'backend', 'styleWeights'];

/** From a picture's metadata or from a report, which may come from anywhere. Throws UsageError where there is none that can be used. */
export async function readRecipe(path: string, network: Pick<CommandNetwork, 'id' | 'own'>): Promise<Recipe> {
  const { success, output, issues = [] } = v.safeParse(recipeSchema, recipeIn(await readInput('recipe', path)));
  if (success) {
    requireSameNetwork(path, output, network);
    return output;
  }
  const bad = issues.map((issue) => ({ names: (v.getDotPath(issue) ?? '').split('.'), needs: issue.message }));
  if (!bad.every(({ names }) => VALUES.includes(names[0]))) {
    throw new UsageError(`--recipe: ${path} holds no recipe; name a picture or a report that Brushover wrote.`);
  }
  const [{ names, needs }] = bad;
  throw new UsageError(`--recipe: ${path} can't be used: its ${names[0] === 'settings' ? names[1] : names[0]} needs ${needs}.`);
}

/** Settings are measured for one network: on another the same numbers paint another picture. */
function requireSameNetwork(path: string, { model, modelHash }: Recipe, { id, own }: Pick<CommandNetwork, 'id' | 'own'>): void {
  if (model === id) return;
  const made = `--recipe: ${path} was made with the network “${model}”`;
  if (modelHash && !own) throw new UsageError(`${made}, which somebody brought; give its file with --network.`);
  throw new UsageError(
    `${made}, and ${own ? '--network is' : 'this version has'} ${id}, which paints another picture; ` +
      `${own ? 'leave --network out or give that one' : 'leave --recipe out and give the settings that you want to keep as flags'}.`,
  );
}

/** One line that names the pictures which are not the recipe's; null if all are. */
export function differenceFrom(recipe: PictureHashes, given: PictureHashes): string | null {
  const count = Math.max(recipe.styles.length, given.styles.length);
  const styles = Array.from({ length: count }, (_, i): [string, unknown, unknown][] => [
    [`style ${i + 1}`, recipe.styles[i]?.image, given.styles[i]?.image],
    [`the mask of style ${i + 1}`, recipe.styles[i]?.mask ?? null, given.styles[i]?.mask ?? null],
  ]);
  const compared: [string, unknown, unknown][] = [
    ['the content', recipe.content, given.content],
    ...styles.flat(),
    ['the mask', recipe.mask, given.mask],
    ['the mask of what is kept', recipe.keepMask ?? null, given.keepMask ?? null],
    ['the picture to start from', recipe.start, given.start],
  ];
  const different = compared.filter(([, before, now]) => before !== now).map(([name]) => name);
  return different.length === 0 ? null : `not as in the recipe, so the result will differ: ${different.join(', ')}.`;
}
