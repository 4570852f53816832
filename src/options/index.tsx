import { render } from 'preact';
import { languageOfTexts } from '../texts/translate';
import { keepFocus } from '../ui/keep-focus';
import { readSentences } from '../texts/translate-sentence';
import { Options } from './Options';
import { openOptions } from './state/open-options';

const { language, direction } = languageOfTexts();
document.documentElement.lang = language;
document.documentElement.dir = direction;
const root = document.getElementById('options');
if (root) render(<Options />, root);
keepFocus(document);
// Tests and screen readers wait for this: before it, what was kept is not shown yet.
void Promise.all([openOptions(), readSentences()]).finally(() => root?.setAttribute('aria-busy', 'false'));
