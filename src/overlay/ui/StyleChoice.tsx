import type { RecentStyle } from '../../protocol/previews';
import { translate } from '../../texts/translate';
import { chooseStyle } from '../quick';
import { session, style } from '../state';

export function StyleChoice() {
  const styles = session.value?.styles ?? [];
  const all = styles.some(({ name }) => name === style.value?.name) ? styles : [style.value as RecentStyle, ...styles];
  return (
    <select
      aria-label={translate`Style`}
      data-testid="overlay-style"
      value={style.value?.name}
      onChange={({ currentTarget }) => {
        const chosen = all.find(({ name }) => name === currentTarget.value);
        if (chosen) chooseStyle(chosen);
      }}
    >
      {all.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}
