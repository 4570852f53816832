import { Section } from '../Section';
import { translate } from '../../texts/translate';

export function PrivacySection() {
  return (
    <Section id="privacy" title={translate`Privacy`}>
      <ul class="sentences">
        <li>{translate`Every picture is computed on this machine, and none ever leaves it.`}</li>
        <li>{translate`There is no server, no account and no counting of what you do; networks and styles came with the extension.`}</li>
        <li>{translate`A page is read only after you click Brushover’s icon, menu or shortcut there, and only its layer or picture.`}</li>
        <li>{translate`A picture that lies on another host is fetched only once you allow that host, and without your cookies.`}</li>
        <li>{translate`What is kept stays in this browser until you clear it under Storage or remove Brushover.`}</li>
      </ul>
    </Section>
  );
}
