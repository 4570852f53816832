import { messageKey } from '../../../src/texts/message-key';
import { languageOfTexts, translate, translateText } from '../../../src/texts/translate';
import { readSentences, translateSentence } from '../../../src/texts/translate-sentence';

const ENGLISH = {
  'Painting $1 %, $2 left': 'Es malt: $1 %, noch $2',
  'en, ltr': 'de, ltr',
  Capture: 'Aufnehmen',
  'The layer “$1” is empty; choose a layer.': 'Die Ebene „$1“ ist leer; wähle eine andere.',
  '$1 is empty; choose another file.': '$1 ist leer; wähle eine andere Datei.',
  'The style image “$1”': 'Das Stilbild „$1“',
  '$1 · $2': 'kaputt',
};

function show(translations: Record<string, string>): void {
  const messages = new Map(Object.entries(translations).map(([english, translation]) => [messageKey(english), translation]));
  const getMessage = (key: string, values: string[]) =>
    (messages.get(key) ?? '').replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
  const runtime = { getURL: (path: string) => `chrome-extension://x/${path}` };
  const catalogue = Object.fromEntries(Object.keys(ENGLISH).map((english) => [messageKey(english), { message: english }]));
  Object.assign(globalThis, { chrome: { i18n: { getMessage }, runtime }, fetch: async () => Response.json(catalogue) });
}

it('shows English outside of extensions and where no catalogue has the text', () => {
  Object.assign(globalThis, { chrome: undefined });
  expect(translate`Painting ${12} %, ${'2 min'} left`).toBe('Painting 12 %, 2 min left');
  expect(translateText('Capture')).toBe('Capture');
  expect(languageOfTexts()).toEqual({ language: 'en', direction: 'ltr' });
});

describe('in another language', () => {
  beforeAll(async () => {
    show(ENGLISH);
    await readSentences();
  });

  it('puts values where that language wants them, with its own decimal sign', () => {
    expect(translate`Painting ${12.5} %, ${'2 min'} left`).toBe('Es malt: 12,5 %, noch 2 min');
  });

  it('translates texts of tables', () => expect(translateText('Capture')).toBe('Aufnehmen'));

  it('knows sentences with values by their form, and translates their subject but no name', () => {
    expect(translateSentence('The layer “Capture” is empty; choose a layer.')).toBe('Die Ebene „Capture“ ist leer; wähle eine andere.');
    expect(translateSentence('The style image “a b” is empty; choose another file.')).toBe(
      'Das Stilbild „a b“ ist leer; wähle eine andere Datei.',
    );
  });

  it('leaves what it does not know, and takes nothing for a form without words of its own', () => {
    expect(translateSentence('Something · else')).toBe('Something · else');
  });
});
