import { useEffect, useRef } from 'preact/hooks';
import { layerNameOf, type JobState } from '../../protocol/job';
import { labelOf, valueText } from '../../preferences/setting-texts';
import { translate } from '../../texts/translate';
import { Button } from '../../ui/Button';
import { Compare } from '../../ui/Compare';
import { compared, differencesOf, endComparing } from '../state/history-compare';
import { stylesOf } from '../state/status';
import { useStoredUrl } from './StoredPicture';

/** Two pictures of the history one over the other, and what was set otherwise. */
export function ComparePair() {
  const [first, second] = compared.value;
  if (!first) return null;
  return (
    <div class="compare-pair" data-testid="compare-pair">
      {second ? (
        <Pair first={first} second={second} />
      ) : (
        <p class="explanation" role="status">
          {translate`Choose another picture to compare with “${layerNameOf(first.request)}”.`}
        </p>
      )}
      <Button kind="quiet" testId="end-comparing" onClick={endComparing}>
        {translate`End comparing`}
      </Button>
    </div>
  );
}

function Pair({ first, second }: { first: JobState; second: JobState }) {
  const before = useStoredUrl(first.result?.image ?? null);
  const after = useStoredUrl(second.result?.image ?? null);
  const pictures = useRef<HTMLDivElement>(null);
  // The pictures to choose from may stand far below.
  useEffect(() => pictures.current?.scrollIntoView({ block: 'nearest' }), [first.id, second.id]);
  const { width = 1, height = 1 } = first.result ?? {};
  const styles = [first, second].map(({ request }) => stylesOf(request));
  return (
    <>
      <div ref={pictures} class="compare-pictures checkered" style={{ aspectRatio: `${width} / ${height}` }}>
        <Compare before={before}>
          <img class="after" src={after ?? undefined} alt={layerNameOf(second.request)} />
        </Compare>
      </div>
      <table class="differences" data-testid="differences">
        <tbody>
          <Row name={translate`Style`} values={styles} />
          {differencesOf(first, second).map(([setting, ...values]) => (
            <Row key={setting} name={labelOf(setting)} values={values.map((value) => valueText(setting, value))} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ name, values }: { name: string; values: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, i) => (
        <td key={i}>{value}</td>
      ))}
    </tr>
  );
}
