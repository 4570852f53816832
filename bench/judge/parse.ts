import { UsageError } from '../../tools/cli/options';
import type { Answer, Key, KeyedPair } from './key';

/** Throws UsageError unless `text` is a key as this tool writes it. */
export function parseKey(text: string): Key {
  const key = parsed(text) as Partial<Key> | null;
  const valid = Array.isArray(key?.pairs) && key.pairs.length > 0 && key.pairs.every(isKeyedPair);
  if (!valid) throw new UsageError('--key is not the file that was written with the pictures.');
  return key as Key;
}

/** Throws UsageError unless `text` is a list with one of 1, 2 and 0 for every pair of the key. */
export function parseAnswers(text: string, { pairs }: Key): Answer[] {
  const answers = parsed(text);
  if (!Array.isArray(answers)) throw new UsageError('--count must be a list such as [1, 2, 0], one answer for each pair in turn.');
  if (answers.length !== pairs.length)
    throw new UsageError(`--count has ${answers.length} answers, but the key has ${pairs.length} pairs; answer each once.`);
  const wrong = answers.findIndex((answer) => ![0, 1, 2].includes(answer));
  if (wrong >= 0) throw new UsageError(`--count: answer ${wrong + 1} must be 1, 2 or 0, not ${JSON.stringify(answers[wrong])}.`);
  return answers;
}

function isKeyedPair(pair: unknown): pair is KeyedPair {
  const { name, first } = (pair ?? {}) as Partial<KeyedPair>;
  return typeof name === 'string' && (first === 'a' || first === 'b');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
