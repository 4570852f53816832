import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { Section } from '../Section';
import { changeShortcuts, shortcuts, shortcutsError } from '../state/shortcuts';
import { translate } from '../../texts/translate';

/** The keys that work in any tab. */
export function ShortcutsSection() {
  return (
    <Section id="shortcuts" title={translate`Shortcuts`} lead={translate`Keys that work in every tab, also where an editor shows no menu.`}>
      <dl class="shortcuts">
        {shortcuts.value.map(({ name, what, keys }) => (
          <div key={name} data-testid={`shortcut-${name}`}>
            <dt>{what}</dt>
            <dd>{keys ? <Keys keys={keys} /> : <span class="muted">{translate`Not set`}</span>}</dd>
          </div>
        ))}
      </dl>
      <div class="section-foot">
        <Button icon="rename" testId="change-shortcuts" onClick={() => void changeShortcuts()}>
          {translate`Change shortcuts…`}
        </Button>
        <span class="explanation">{translate`The browser’s own page opens, where each can be set or taken away.`}</span>
      </div>
      <Message text={shortcutsError.value} testId="shortcuts-error" />
    </Section>
  );
}

/** Chrome on a Mac writes signs without a "+" between them. */
function Keys({ keys }: { keys: string }) {
  return (
    <>
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </>
  );
}
