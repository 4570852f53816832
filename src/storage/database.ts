import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Rebuilt } from '../nst/explorer/explored';
import type { EngineFigure, EngineName } from '../nst/engines/engine';
import { UserFacingError } from '../protocol/failure';
import { inTime } from '../protocol/in-time';
import type { JobState } from '../protocol/job';
import type { InboxItem } from '../protocol/inbox';
import type { ChosenNetwork, OwnNetworkEntry } from '../protocol/networks';

interface StoredImage {
  blob: Blob;
  createdAt: number;
}

/** A style image of the user's own. */
export interface StoredStyle {
  id: string;
  name: string;
  image: Blob;
  /** 192 pixels on the shorter side, or less, so that a gallery of many stays light. */
  thumbnail: Blob;
  createdAt: number;
}

/** Which engine was measured to be the fastest, and where. */
export interface StoredEngineChoice {
  /** Of the browser, the graphics device and the extension's version: elsewhere the choice says nothing. */
  fingerprint: string;
  name: EngineName;
  reason: string;
  /** What each engine took or lacked; not kept by older versions. */
  figures?: readonly EngineFigure[];
}

/** What a panel works on, so that it is there when it is opened again. */
interface StoredDesk {
  /** The pictures that it needs. */
  pictures: string[];
  /** As the panel keeps it. */
  value: unknown;
  savedAt: number;
}

/** A picture that was rebuilt from what a layer of the network sees. */
interface StoredRebuilt {
  rebuilt: Rebuilt;
  createdAt: number;
}

/** A network of the user's own, as src/network-files made it; it is checked whenever it is read back. */
export interface StoredNetwork extends OwnNetworkEntry {
  manifest: unknown;
  /** Each layer's numbers, by their name in the manifest. */
  shards: Readonly<Record<string, Blob>>;
}

interface BrushoverDatabase extends DBSchema {
  images: { key: string; value: StoredImage };
  jobs: { key: string; value: JobState };
  styles: { key: string; value: StoredStyle };
  inbox: { key: number; value: InboxItem };
  styleVectors: { key: string; value: Float32Array };
  engineChoice: { key: 'current'; value: StoredEngineChoice };
  desks: { key: string; value: StoredDesk };
  rebuilt: { key: string; value: StoredRebuilt; indexes: { createdAt: number } };
  networks: { key: string; value: StoredNetwork };
  chosenNetwork: { key: 'current'; value: ChosenNetwork };
}

let opening: Promise<IDBPDatabase<BrushoverDatabase>> | null = null;

const forget = (): void => void (opening = null);

/** An older version that is still open in another window keeps a newer one out, and a browser at its limits may never answer. */
const PATIENCE_MS = 10_000;

const UNANSWERED =
  'The browser’s storage does not answer; close other windows of Brushover, or start the browser again, then try once more.';

/**
 * One connection for each context, opened at first use, and again where that failed or the browser closed it. Rejects with a
 * UserFacingError where it takes too long; it is there for whoever asks once it did open.
 */
export function database(): Promise<IDBPDatabase<BrushoverDatabase>> {
  if (!opening) {
    opening = open();
    opening.catch(forget);
  }
  return inTime(opening, PATIENCE_MS, new UserFacingError('storage-unanswered', UNANSWERED));
}

async function open(): Promise<IDBPDatabase<BrushoverDatabase>> {
  return openDB<BrushoverDatabase>('brushover', 8, { upgrade, terminated: forget, blocking: giveWay });
}

/** A newer version of the extension waits for this connection; whoever needs one afterwards opens it anew. */
function giveWay(_current: number, _blocked: number | null, event: IDBVersionChangeEvent): void {
  forget();
  (event.target as IDBDatabase).close();
}

/** Each step lifts the database by one version, so that nobody's pictures are lost. */
function upgrade(db: IDBPDatabase<BrushoverDatabase>, oldVersion: number): void {
  if (oldVersion < 1) {
    db.createObjectStore('images');
    db.createObjectStore('jobs');
  }
  if (oldVersion < 2) db.createObjectStore('styles', { keyPath: 'id' });
  if (oldVersion < 3) db.createObjectStore('styleVectors');
  if (oldVersion < 4) db.createObjectStore('inbox', { autoIncrement: true });
  if (oldVersion < 5) db.createObjectStore('engineChoice');
  // Until then one job was kept, in another form.
  if (oldVersion < 6) {
    db.deleteObjectStore('jobs');
    db.createObjectStore('jobs', { keyPath: 'id' });
    db.createObjectStore('desks');
  }
  if (oldVersion < 7) db.createObjectStore('rebuilt').createIndex('createdAt', 'createdAt');
  if (oldVersion < 8) {
    db.createObjectStore('networks', { keyPath: 'id' });
    db.createObjectStore('chosenNetwork');
  }
}
