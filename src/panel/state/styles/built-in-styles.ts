import browser from 'webextension-polyfill';
import { UserFacingError } from '../../../protocol/failure';
import { translateText } from '../../../texts/translate';
import { plainText } from './words';

export interface BuiltInStyle {
  id: string;
  name: string;
  description: string;
  /** What a person looks for. */
  group: 'paint' | 'drawing' | 'pattern' | 'modern';
  file: string;
  /** What it is found by: its name and description, in English too. */
  words: string;
}

/** The styles that come with the extension. */
export async function loadBuiltInStyles(): Promise<BuiltInStyle[]> {
  const response = await fetchStyleFile('index.json');
  const styles = (await response.json()) as BuiltInStyle[];
  return styles.map((style) => ({ ...style, ...textsOf(style) }));
}

/** Of a style of a table in English. */
export function textsOf(style: { name: string; description: string }): Pick<BuiltInStyle, 'name' | 'description' | 'words'> {
  const [name, description] = [translateText(style.name), translateText(style.description)];
  return { name, description, words: plainText([name, description, style.name, style.description].join(' ')) };
}

export async function loadBuiltInImage(style: BuiltInStyle): Promise<Blob> {
  return (await fetchStyleFile(style.file)).blob();
}

export function builtInUrl(style: BuiltInStyle): string {
  return browser.runtime.getURL(`styles/${style.file}`);
}

async function fetchStyleFile(file: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(`styles/${file}`)).catch(() => null);
  if (!response?.ok) {
    throw new UserFacingError('style-missing', `The extension's file styles/${file} is missing; install Brushover again.`);
  }
  return response;
}
