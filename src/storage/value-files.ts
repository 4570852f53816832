const FOLDER = 'checkpoints';

export interface ValueFile {
  name: string;
  /** In bytes. */
  size: number;
  /** Of its bytes. */
  checksum: number;
}

/** Float32 values in files of the origin's private file system, by folder. */
export class ValueFiles {
  private constructor(private readonly folder: FileSystemDirectoryHandle) {}

  static async open(name: string): Promise<ValueFiles> {
    return new ValueFiles(await (await rootFolder()).getDirectoryHandle(name, { create: true }));
  }

  static async delete(name: string): Promise<void> {
    const root = await rootFolder();
    await root.removeEntry(name, { recursive: true }).catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
    });
  }

  static async list(): Promise<string[]> {
    const names: string[] = [];
    for await (const name of (await rootFolder()).keys()) names.push(name);
    return names;
  }

  /** How many bytes each folder takes. */
  static async sizes(): Promise<Map<string, number>> {
    const sizes = new Map<string, number>();
    for (const name of await ValueFiles.list()) sizes.set(name, await (await ValueFiles.open(name)).size());
    return sizes;
  }

  private async size(): Promise<number> {
    let size = 0;
    for await (const handle of this.folder.values()) if (handle.kind === 'file') size += (await handle.getFile()).size;
    return size;
  }

  async write(name: string, values: Float32Array): Promise<ValueFile> {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    await this.writeBytes(name, bytes);
    return { name, size: bytes.length, checksum: checksumOf(values) };
  }

  async read({ name }: ValueFile): Promise<Float32Array> {
    return new Float32Array(await (await this.fileOf(name)).arrayBuffer());
  }

  async areWhole(files: readonly ValueFile[]): Promise<boolean> {
    for (const file of files) if (!(await this.isWhole(file))) return false;
    return true;
  }

  async writeText(name: string, text: string): Promise<void> {
    await this.writeBytes(name, new TextEncoder().encode(text));
  }

  async readText(name: string): Promise<string> {
    return (await this.fileOf(name)).text();
  }

  /** Deletes every other file. */
  async keepOnly(names: readonly string[]): Promise<void> {
    const kept = new Set(names);
    const others: string[] = [];
    for await (const name of this.folder.keys()) if (!kept.has(name)) others.push(name);
    for (const name of others) await this.folder.removeEntry(name);
  }

  private async isWhole({ name, size, checksum }: ValueFile): Promise<boolean> {
    try {
      const file = await this.fileOf(name);
      return file.size === size && checksumOf(new Float32Array(await file.arrayBuffer())) === checksum;
    } catch {
      return false;
    }
  }

  /** On the disk when it returns. */
  private async writeBytes(name: string, bytes: Uint8Array): Promise<void> {
    const access = await (await this.folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
    try {
      access.truncate(0);
      if (access.write(bytes, { at: 0 }) < bytes.length) throw new DOMException('The disk is full.', 'QuotaExceededError');
      access.flush();
    } finally {
      access.close();
    }
  }

  private async fileOf(name: string): Promise<File> {
    return (await this.folder.getFileHandle(name)).getFile();
  }
}

async function rootFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

/** FNV-1a over 32-bit words: torn and zeroed pages don't pass it, and it costs a millisecond a megabyte. */
function checksumOf(values: Float32Array): number {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  let hash = 0x811c9dc5;
  for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
}
