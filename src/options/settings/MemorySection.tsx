import { Segmented } from '../../ui/Segmented';
import { Row } from '../../preferences/fields';
import { changeSettings, settings } from '../../preferences/settings';
import { translate } from '../../texts/translate';
import { Section } from '../Section';

const AUTOMATIC = 0;
/** In megabytes. */
const BUDGETS = [
  [AUTOMATIC, translate`Automatic`],
  [500, '0.5 GB'],
  [1000, '1 GB'],
  [2000, '2 GB'],
  [4000, '4 GB'],
] as const;

/** The plan of a run cuts the picture into tiles that stay within it. */
export function MemorySection() {
  const megabytes = settings.value.tileMemory;
  return (
    <Section
      id="memory"
      title={translate`Memory`}
      lead={translate`What a run may take at once; a picture that needs more is painted in tiles, which looks the same and takes longer.`}
    >
      <Row setting="tileMemory" label={translate`At most`}>
        <Segmented
          label={translate`Memory that a run may take at once`}
          name="budget"
          value={megabytes ?? AUTOMATIC}
          choices={BUDGETS}
          onChange={(chosen) => changeSettings({ tileMemory: chosen === AUTOMATIC ? null : chosen })}
        />
      </Row>
      <p class="explanation" data-testid="budget-says">
        {megabytes === null
          ? translate`Automatic takes up to 1.5 GB, or what the engine has left; the network itself needs about 0.4 GB more.`
          : translate`${megabytes} MB at most; the network itself needs about 400 MB more.`}
      </p>
    </Section>
  );
}
