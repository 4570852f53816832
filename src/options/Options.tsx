import { PrivacySection } from './about/PrivacySection';
import { EngineSection } from './engine/EngineSection';
import { DefaultsSection } from './settings/DefaultsSection';
import { ShortcutsSection } from './settings/ShortcutsSection';
import { translate } from '../texts/translate';

const SECTIONS = [
  ['engine', translate`Engine`],
  ['defaults', translate`Defaults`],
  ['shortcuts', translate`Shortcuts`],
  ['privacy', translate`Privacy`],
] as const;

export function Options() {
  return (
    <>
      <header class="page-header">
        <img src="../icons/48.png" alt="" width="40" height="40" />
        <h1>{translate`Brushover options`}</h1>
      </header>
      <nav aria-label={translate`Sections`}>
        {SECTIONS.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <main>
        <EngineSection />
        <DefaultsSection />
        <ShortcutsSection />
        <PrivacySection />
      </main>
    </>
  );
}
