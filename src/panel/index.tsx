import { render } from 'preact';
import { preventStrayDrops } from './components/DropZone';
import { followPaste } from './paste';
import { Panel } from './Panel';
import { openPanel } from './state/open-panel';
import { followStage } from './state/stage';
import { languageOfTexts } from '../texts/translate';
import { keepFocus } from '../ui/keep-focus';
import { readSentences } from '../texts/translate-sentence';

const { language, direction } = languageOfTexts();
document.documentElement.lang = language;
document.documentElement.dir = direction;
const root = document.getElementById('panel');
if (root) render(<Panel />, root);
keepFocus(document);
preventStrayDrops();
followPaste();
followStage();
// Tests and screen readers wait for this: before it, what was kept is not shown yet.
void Promise.all([openPanel(), readSentences()]).finally(() => root?.setAttribute('aria-busy', 'false'));
