/** What is used of manifest.json, which is Chrome's. */
export interface Manifest {
  [key: string]: unknown;
  permissions: string[];
  background: { service_worker: string; type: string };
  side_panel: { default_path: string };
  action: { default_title: string; default_icon: Record<string, string> };
}

export const FIREFOX_ID = 'brushover@brushover.example';

/** The first version that asks users about data collection, so that "none" is understood. */
const LEAST_VERSION = '140.0';

/** Firefox' manifest: a sidebar for the side panel, an event page for the service worker, no offscreen document. */
export function firefoxManifest(chrome: Manifest): Record<string, unknown> {
  const { background, side_panel, permissions, action, ...common } = chrome;
  // Firefox' extension pages can't be cross-origin isolated, and it keeps no separate copy for private windows.
  for (const key of [
    'minimum_chrome_version',
    'message_serialization',
    'cross_origin_embedder_policy',
    'cross_origin_opener_policy',
    'incognito',
  ])
    delete common[key];
  return {
    ...common,
    permissions: permissions.filter((name) => name !== 'sidePanel' && name !== 'offscreen'),
    background: { scripts: [background.service_worker], type: background.type },
    action,
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: 'Brushover',
      default_icon: action.default_icon,
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: { id: FIREFOX_ID, strict_min_version: LEAST_VERSION, data_collection_permissions: { required: ['none'] } },
    },
  };
}
