import { ExplorerSection } from './explorer/ExplorerSection';
import { HistorySection } from './history/HistorySection';
import { FirstRun } from './FirstRun';
import { PanelHeader } from './PanelHeader';
import { StageSection } from './result/StageSection';
import { ActionBar } from './run/ActionBar';
import { SettingsSection } from './settings/SettingsSection';
import { SourceSection } from './source/SourceSection';
import { StyleSection } from './style/StyleSection';

export function Panel() {
  return (
    <>
      <main>
        <PanelHeader />
        <FirstRun />
        <StageSection />
        <SourceSection />
        <StyleSection />
        <SettingsSection />
        <ExplorerSection />
        <HistorySection />
      </main>
      <ActionBar />
    </>
  );
}
