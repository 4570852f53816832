import { PrivacySection } from './about/PrivacySection';
import { BackupSection } from './backup/BackupSection';
import { EngineSection } from './engine/EngineSection';
import { NetworkSection } from './network/NetworkSection';
import { DefaultsSection } from './settings/DefaultsSection';
import { MemorySection } from './settings/MemorySection';
import { ShortcutsSection } from './settings/ShortcutsSection';
import { StorageSection } from './storage/StorageSection';
import { translate } from '../texts/translate';

const SECTIONS = [
  ['engine', translate`Engine`],
  ['network', translate`Network`],
  ['memory', translate`Memory`],
  ['defaults', translate`Defaults`],
  ['shortcuts', translate`Shortcuts`],
  ['storage', translate`Storage`],
  ['backup', translate`Export and import`],
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
        <NetworkSection />
        <MemorySection />
        <DefaultsSection />
        <ShortcutsSection />
        <StorageSection />
        <BackupSection />
        <PrivacySection />
      </main>
    </>
  );
}
