import { createHash } from 'node:crypto';
import type { QueueClient } from '@azure/storage-queue';
import { Away } from '../app/ports.ts';
import { inTime, managedIdentity, type Patience, type StorageAddress } from './connect.ts';

/** A message as it was handed out. */
export type Message = {
  readonly id: string;
  /** `null` when it is not what we write. */
  readonly body: unknown;
  /** As it stands in the queue. */
  readonly text: string;
  /** How often it was handed out, ever, this time included. */
  readonly handedOut: number;
  /** `false` when it is gone, or somebody else has it by now. @throws Away */
  hide(seconds: number): Promise<boolean>;
  delete(): Promise<void>;
};

/** A queue of Azure's: at least once, in no order, and each message hidden until its time. */
export type Queue = {
  send(body: object, hiddenForInSeconds: number): Promise<void>;
  receive(most: number, hiddenForInSeconds: number): Promise<Message[]>;
  /** About how many are in it, those included that are hidden. */
  count(): Promise<number>;
};

// A message can be hidden for seven days at most; whoever wants longer looks then, and hides it again.
export const longestHiddenInSeconds = 7 * 24 * 3600;

/** Connected with the first message: its client costs more to load than everything else that a start needs. */
export function openQueue(address: StorageAddress, name: string, waits: Patience): Queue {
  if (!hasQueues(address)) return noQueue;
  let connecting: Promise<QueueClient> | undefined;
  const client = () => (connecting ??= connectQueue(address, name, waits));

  async function call<Answer>(ask: (queue: QueueClient, abortSignal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    try {
      const queue = await client();
      return await inTime(waits, async (abortSignal) => {
        try {
          return await ask(queue, abortSignal);
        } catch (trouble) {
          // It is made when it turns out to be missing, as the table is.
          if (codeOf(trouble) !== 'QueueNotFound') throw trouble;
          await queue.createIfNotExists({ abortSignal });
          return await ask(queue, abortSignal);
        }
      });
    } catch (trouble) {
      throw new Away('Queue Storage', undefined, { cause: new Error(codeOf(trouble) || nameOf(trouble)) });
    }
  }

  return {
    async send(body, hiddenForInSeconds) {
      const visibilityTimeout = hidden(hiddenForInSeconds);
      await call((queue, abortSignal) =>
        queue.sendMessage(encoded(body), { visibilityTimeout, messageTimeToLive: -1, abortSignal }),
      );
    },

    async receive(most, hiddenForInSeconds) {
      const { receivedMessageItems } = await call((queue, abortSignal) =>
        queue.receiveMessages({ numberOfMessages: most, visibilityTimeout: hiddenForInSeconds, abortSignal }),
      );
      return receivedMessageItems.map(({ messageId, messageText, popReceipt, dequeueCount }) => {
        let receipt = popReceipt;
        return {
          id: messageId,
          body: decoded(messageText),
          text: messageText,
          handedOut: dequeueCount,
          async hide(seconds) {
            // Without a text it stays what it is.
            const updated = await call((queue, abortSignal) =>
              queue.updateMessage(messageId, receipt, undefined, hidden(seconds), { abortSignal }).catch(unlessGone),
            );
            receipt = updated?.popReceipt ?? receipt;
            return updated !== undefined;
          },
          async delete() {
            await call((queue, abortSignal) =>
              queue.deleteMessage(messageId, receipt, { abortSignal }).catch(unlessGone),
            );
          },
        };
      });
    },

    count: async () =>
      (await call((queue, abortSignal) => queue.getProperties({ abortSignal }))).approximateMessagesCount ?? 0,
  };
}

/** An emulator of tables alone: nothing is timed there. */
export const noQueue: Queue = {
  send: async () => undefined,
  receive: async () => [],
  count: async () => 0,
};

export const hasQueues = (address: StorageAddress): boolean =>
  !('connectionString' in address) ||
  !/TableEndpoint=/i.test(address.connectionString) ||
  /QueueEndpoint=/i.test(address.connectionString);

/** Queues are named in small letters; a table of another name has queues of another name. */
export const queueName = (table: string, queue: string) => `${table.toLowerCase()}-${queue}`;

async function connectQueue(address: StorageAddress, name: string, waits: Patience): Promise<QueueClient> {
  const { QueueClient } = await import('@azure/storage-queue');
  const retryOptions = {
    maxTries: 4,
    tryTimeoutInMs: waits.oneTryInMs,
    retryDelayInMs: waits.firstPauseInMs,
    maxRetryDelayInMs: 2_000,
  };
  if ('connectionString' in address) {
    return new QueueClient(address.connectionString, name, { retryOptions });
  }
  const url = `https://${address.accountName}.queue.core.windows.net/${name}`;
  return new QueueClient(url, managedIdentity(), { retryOptions });
}

const hidden = (seconds: number) => Math.min(Math.max(0, Math.ceil(seconds)), longestHiddenInSeconds);

/** Somebody else has it by now, or it is gone already: whoever handles it again finds nothing to do. */
function unlessGone(trouble: unknown): undefined {
  if (!['MessageNotFound', 'PopReceiptMismatch'].includes(codeOf(trouble))) throw trouble;
}

// A raw control character in one message keeps a whole batch from being read: what is sent is plain letters, whatever is in it.
const encoded = (body: object) => Buffer.from(JSON.stringify(body)).toString('base64');

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString());
  } catch {
    return null; // Nobody of ours wrote it.
  }
}

function codeOf(trouble: unknown): string {
  const { code, details } = (trouble ?? {}) as { code?: unknown; details?: { errorCode?: unknown } };
  const known = details?.errorCode ?? code;
  return typeof known === 'string' ? known : '';
}
const nameOf = (trouble: unknown) => (trouble instanceof Error ? trouble.name : 'unknown');

/** Which of some shards something belongs to, always the same. */
export const shardOf = (key: string, shards: number) => createHash('sha256').update(key).digest()[0]! % shards;
