import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { JobState } from '../protocol/calls';

export interface StoredImage {
  blob: Blob;
  createdAt: number;
}

interface BrushoverDatabase extends DBSchema {
  images: { key: string; value: StoredImage };
  jobs: { key: 'current'; value: JobState };
}

let opening: Promise<IDBPDatabase<BrushoverDatabase>> | null = null;

/** One connection for each context, opened at first use. */
export function database(): Promise<IDBPDatabase<BrushoverDatabase>> {
  opening ??= openDB<BrushoverDatabase>('brushover', 1, {
    upgrade(db) {
      db.createObjectStore('images');
      db.createObjectStore('jobs');
    },
    terminated() {
      opening = null;
    },
  });
  return opening;
}
