import browser from 'webextension-polyfill';
import { UserFacingError } from '../../../protocol/failure';
import { translateText } from '../../../texts/translate';

export interface BuiltInStyle {
  id: string;
  name: string;
  description: string;
  file: string;
}

/** The styles that come with the extension. */
export async function loadBuiltInStyles(): Promise<BuiltInStyle[]> {
  const response = await fetchStyleFile('index.json');
  const styles = (await response.json()) as BuiltInStyle[];
  return styles.map((style) => ({ ...style, name: translateText(style.name), description: translateText(style.description) }));
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
