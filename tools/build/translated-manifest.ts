import { messageKey } from '../../src/texts/message-key';

interface Manifest {
  description: string;
  action: { default_title: string };
  commands: Record<string, { description: string }>;
}

/** The manifest's texts stand in it in English, as they do in the code; browsers want the names of messages instead. */
export function translatedManifest(text: string): string {
  const manifest = JSON.parse(text) as Manifest;
  const commands = Object.entries(manifest.commands).map(([name, command]) => [
    name,
    { ...command, description: named(command.description) },
  ]);
  const translated = {
    ...manifest,
    default_locale: 'en',
    description: named(manifest.description),
    action: { ...manifest.action, default_title: named(manifest.action.default_title) },
    commands: Object.fromEntries(commands) as Manifest['commands'],
  };
  return `${JSON.stringify(translated, null, 2)}\n`;
}

function named(english: string): string {
  return `__MSG_${messageKey(english)}__`;
}
