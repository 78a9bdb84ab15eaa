import { Readable } from 'node:stream';
import type { ContainerClient } from '@azure/storage-blob';
import { Away } from '../app/ports.ts';
import { managedIdentity, type StorageAddress } from './connect.ts';
import { codeOf } from './trouble.ts';

/** Files in one folder of a container. None of these are on the way of anybody who waits for an answer. */
export type Blobs = {
  write(name: string, content: Readable): Promise<void>;
  /** `null` when there is no such file. */
  read(name: string): Promise<Readable | null>;
  /** @param before only what was written before then */
  names(prefix: string, before?: Date): Promise<string[]>;
  /** Twice is once. */
  remove(name: string): Promise<void>;
};

const bufferInBytes = 4 * 1024 * 1024;

/** `null` where there is nowhere to put files: an emulator of tables alone. */
export function openBlobs(address: StorageAddress, container: string, folder: string): Blobs | null {
  if ('connectionString' in address && !/BlobEndpoint=|EndpointSuffix=/i.test(address.connectionString)) return null;
  let connecting: Promise<ContainerClient> | undefined;
  const client = () => (connecting ??= connect(address, container));

  async function call<Answer>(ask: (client: ContainerClient) => Promise<Answer>): Promise<Answer> {
    try {
      return await ask(await client());
    } catch (trouble) {
      // What the client throws carries its request.
      throw new Away('Blob Storage', undefined, { cause: new Error(codeOf(trouble) || 'unknown') });
    }
  }

  return {
    async write(name, content) {
      await call(async (files) => {
        await files.createIfNotExists();
        await files.getBlockBlobClient(`${folder}/${name}`).uploadStream(content, bufferInBytes, 2);
      });
    },
    read: (name) =>
      call(async (files) => {
        try {
          const { readableStreamBody } = await files.getBlobClient(`${folder}/${name}`).download();
          return Readable.from(readableStreamBody!);
        } catch (trouble) {
          if (isMissing(trouble)) return null;
          throw trouble;
        }
      }),
    names: (prefix, before) =>
      call(async (files) => {
        const names: string[] = [];
        try {
          for await (const { name, properties } of files.listBlobsFlat({ prefix: `${folder}/${prefix}` }))
            if (!before || properties.lastModified < before) names.push(name.slice(folder.length + 1));
        } catch (trouble) {
          if (!isMissing(trouble)) throw trouble;
        }
        return names;
      }),
    async remove(name) {
      await call((files) => files.getBlobClient(`${folder}/${name}`).deleteIfExists());
    },
  };
}

const isMissing = (trouble: unknown) => ['BlobNotFound', 'ContainerNotFound'].includes(codeOf(trouble));

/** Loaded with the first file: no start needs it. */
async function connect(address: StorageAddress, container: string): Promise<ContainerClient> {
  const { BlobServiceClient } = await import('@azure/storage-blob');
  const service =
    'connectionString' in address
      ? BlobServiceClient.fromConnectionString(address.connectionString)
      : new BlobServiceClient(`https://${address.accountName}.blob.core.windows.net`, managedIdentity());
  return service.getContainerClient(container);
}
