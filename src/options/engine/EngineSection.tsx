import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { PANEL_SETTINGS } from '../../preferences/panel-settings';
import { settings } from '../../preferences/settings';
import { engineError, engineFigures, isMeasuring, measureEngines, usedEngine } from '../state/engines';
import { Section } from '../Section';
import { EngineChoice } from './EngineChoice';
import { translate, translateText } from '../../texts/translate';

/** What computes, how fast each engine was here, and which one is taken. */
export function EngineSection() {
  const isMeasured = engineFigures.value.size > 0;
  const isSpare = settings.value.engine.startsWith('tfjs');
  return (
    <Section
      id="engine"
      title={translate`Engine`}
      lead={translate`What computes the picture. All engines paint the same; they differ in speed.`}
    >
      <div class="engines" role="radiogroup" aria-label={translate`Engine`}>
        <EngineChoice name="auto" what={translate`Measures the engines on this machine once and takes the fastest.`} />
        <EngineChoice name="wasm" what={translate`The processor, on all its cores.`} />
        <EngineChoice name="webgl" what={translate`The graphics card, in nearly every browser.`} />
        <EngineChoice name="webgpu" what={translate`The graphics card, in newer browsers.`} />
        <details open={isSpare} class="spare-engines">
          <summary data-testid="spare-engines">{translate`Engines to fall back on`}</summary>
          <EngineChoice name="tfjs-webgl" what={translate`The graphics card, through TensorFlow.js.`} />
          <EngineChoice name="tfjs-webgpu" what={translate`The graphics card, through TensorFlow.js; it is never taken automatically.`} />
          <EngineChoice name="tfjs-wasm" what={translate`The processor, through TensorFlow.js.`} />
          <EngineChoice name="tfjs-cpu" what={translate`Plain JavaScript: it works everywhere, and takes a hundred times as long.`} />
        </details>
      </div>
      <div class="section-foot">
        <Button icon="reset" busy={isMeasuring.value} testId="measure-engines" onClick={() => void measureEngines()}>
          {isMeasured ? translate`Measure again` : translate`Measure now`}
        </Button>
        <span class="explanation" role="status" data-testid="used-engine">
          {statusText()}
        </span>
      </div>
      <Message text={engineError.value} testId="engine-error" />
    </Section>
  );
}

function statusText(): string {
  if (isMeasuring.value) return translate`Measuring each engine; this takes some seconds.`;
  const used = usedEngine.value;
  if (!used) return translate`The next picture measures them first.`;
  const name = translateText(PANEL_SETTINGS.engine.choices[used]);
  return settings.value.engine === 'auto'
    ? translate`The next picture uses ${name}, the fastest here.`
    : translate`The next picture uses ${name}, as you chose.`;
}
