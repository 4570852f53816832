import { translate } from '../texts/translate';
import { failureOf } from '../protocol/failure';
import { ask } from './ask';
import { run, session, showNotice, style } from './state';

/** Asked for within the click, without which the browser opens no panel. */
export async function openHistory(id: string): Promise<void> {
  await saying(ask('openHistory', { id }));
}

/** What was refined is shown there; else the page's picture, with the style that was chosen for it. */
export async function openInPanel(): Promise<void> {
  const { id, outcome } = run.value ?? {};
  if (id && outcome) return openHistory(id);
  const now = session.value;
  if (!now) return;
  const { image, width, height, from, address } = now.taken;
  const picture = { image, width, height, from, address };
  const opened = ask('openPanel', null);
  await saying(
    opened.then(() => ask('deliver', { task: 'content', picture, name: now.picture.name, style: style.value })),
    translate`“${now.picture.name}” is ready to be stylised in the Brushover panel.`,
  );
}

async function saying(action: Promise<unknown>, success?: string): Promise<void> {
  try {
    await action;
    if (success) showNotice('success', success);
  } catch (error) {
    showNotice('error', failureOf(error).message);
  }
}
