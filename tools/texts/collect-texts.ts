import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { messageKey } from '../../src/texts/message-key';
import { markedTexts, sentencesIn, type FoundText } from './texts-in-code';
import { textsInTables } from './texts-in-tables';

interface Message {
  message: string;
  description?: string;
}

export type Catalogue = Record<string, Message>;

/** Where texts are marked. */
const SHOWN = /^src\/(panel|options|overlay|preferences|ui|background|texts)\//;
/** Of what happens in these only the outcome is told, in a sentence of another folder. */
const NEVER_SHOWN =
  /^src\/(headless|library|icons|nst\/(engines\/(?!choose-engine)|losses|optimizers|schema|position-weights|network|recipe)|picture-files\/(png|recipe-text)|storage\/(value-files|checkpoints)|editors\/(adapters|page)\/)/;

/** Every text that people can see, by its key, in English; its description names where it stands. */
export function collectTexts(): Catalogue {
  const texts = [...sourceFiles().flatMap(textsOf), ...textsInTables()];
  const catalogue: Catalogue = {};
  for (const { english, place } of texts) catalogue[messageKey(english)] ??= { message: english, description: place };
  return catalogue;
}

function textsOf(place: string): FoundText[] {
  const source = readFileSync(place, 'utf8');
  if (SHOWN.test(place)) return [...markedTexts(place, source), ...failureTexts(place, source)];
  return NEVER_SHOWN.test(place) ? [] : sentencesIn(place, source);
}

/** Failures of the shown folders are translated where they are shown, as all others are. */
function failureTexts(place: string, source: string): FoundText[] {
  return sentencesIn(place, source).filter(({ english }) => /[.?!]$|^(The|An?) /.test(english));
}

function sourceFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], { encoding: 'utf8' });
  return listed.split('\n').filter((path) => /\.tsx?$/.test(path) && !/\.test\./.test(path));
}
