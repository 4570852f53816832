import { openImage, source } from './state/source';
import { addOwnStyle } from './state/styles/own-styles';
import { translate } from '../texts/translate';

/** A pasted image becomes a style where the pointer or focus is on the styles or a source is there, else the source. */
export function followPaste(): void {
  document.addEventListener('paste', (event) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    if (isOver('source') || !(source.value || isOver('style'))) void openImage(file, translate`Pasted image`);
    else void addOwnStyle(file, translate`Pasted style`);
  });
}

function isOver(place: 'source' | 'style'): boolean {
  return document.querySelector(`[data-paste="${place}"]:is(:hover, :focus-within)`) !== null;
}
