import { useSignal } from '@preact/signals';
import { Button } from '../../ui/Button';
import { addLayerAsStyle, isCapturingStyle } from '../state/styles/layer-style';
import { addStyleFromWeb, allowAndAdd, closedAddress, isFetching } from '../state/styles/web-style';
import { hostOf } from '../../picture-files/from-web';
import { translate } from '../../texts/translate';

/** Styles from elsewhere than a file. */
export function MoreStyles() {
  const isOpen = useSignal(false);
  return (
    <div class="more-styles">
      <div class="row">
        <Button icon="layer" kind="quiet" busy={isCapturingStyle.value} testId="layer-as-style" onClick={() => void addLayerAsStyle()}>
          {translate`Layer as style`}
        </Button>
        <Button icon="image" kind="quiet" expanded={isOpen.value} testId="web-style-toggle" onClick={() => (isOpen.value = !isOpen.value)}>
          {translate`From a web address`}
        </Button>
      </div>
      {isOpen.value && <WebAddress onAdded={() => (isOpen.value = false)} />}
    </div>
  );
}

function WebAddress({ onAdded }: { onAdded: () => void }) {
  const text = useSignal('');
  const add = async (event: Event) => {
    event.preventDefault();
    if (await addStyleFromWeb(text.value)) onAdded();
  };
  return (
    <form class="web-style" onSubmit={(event) => void add(event)}>
      <input
        class="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder="https://…/picture.jpg"
        aria-label={translate`Web address of a picture`}
        value={text.value}
        data-testid="web-style-address"
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
          closedAddress.value = null;
        }}
      />
      <button type="submit" class="button plain" disabled={isFetching.value || text.value.trim() === ''} data-testid="web-style-add">
        {translate`Add`}
      </button>
      {closedAddress.value && <AllowHost address={closedAddress.value} onAdded={onAdded} />}
    </form>
  );
}

function AllowHost({ address, onAdded }: { address: string; onAdded: () => void }) {
  const host = hostOf(address);
  const allow = async () => {
    if (await allowAndAdd()) onAdded();
  };
  return (
    <div class="allow-host" role="status" data-testid="allow-host-reason">
      <p>{translate`${host ?? ''} hands its pictures only to those you allow. Brushover asks for this address alone, to read this picture.`}</p>
      <Button testId="allow-host" busy={isFetching.value} onClick={() => void allow()}>
        {translate`Allow ${host ?? ''}`}
      </Button>
    </div>
  );
}
