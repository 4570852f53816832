import type { Recipe } from '../nst/recipe';

/** Keyword of the PNG's tEXt chunk. */
export const RECIPE_KEYWORD = 'Brushover recipe';

/** A recipe as a PNG's text. It holds numbers, hashes and the project's own names: no character that tEXt lacks. */
export function recipeText(recipe: Recipe): Record<string, string> {
  return { [RECIPE_KEYWORD]: JSON.stringify(recipe) };
}
