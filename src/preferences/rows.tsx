import { Segmented } from '../ui/Segmented';
import { Row } from './fields';
import { changeSettings, settings } from './settings';
import { translate } from '../texts/translate';

const QUALITIES = [
  [40, translate`Quick`],
  [70, translate`Good`],
  [200, translate`Best`],
] as const;
const LAYER_SIZE = 0;
const SIZES = [
  [256, '256'],
  [384, '384'],
  [512, '512'],
  [768, '768'],
  [LAYER_SIZE, translate`Full`],
] as const;

export function QualityRow() {
  return (
    <Row setting="evaluations" label={translate`Quality`}>
      <Segmented
        label={translate`Quality`}
        name="quality"
        value={settings.value.evaluations}
        choices={QUALITIES}
        onChange={(evaluations) => changeSettings({ evaluations })}
      />
    </Row>
  );
}

export function SizeRow() {
  return (
    <Row setting="size">
      <Segmented
        label={translate`Size in pixels, longest side`}
        name="size"
        value={settings.value.size ?? LAYER_SIZE}
        choices={SIZES}
        onChange={(size) => changeSettings({ size: size === LAYER_SIZE ? null : size })}
      />
    </Row>
  );
}
