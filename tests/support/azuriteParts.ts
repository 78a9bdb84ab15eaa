/* Azurite has no types and no door of its own into its rooms: one for all of its services. */

export type AzuriteServer = { start(): Promise<void>; close(): Promise<void>; getHttpServerAddress(): string };
type Part = new (...settings: unknown[]) => unknown;

export async function azuritePart(service: 'table' | 'queue' | 'blob', name: string): Promise<Part> {
  const path = `azurite/dist/src/${service}/${name}.js`;
  const { default: loaded } = (await import(path)) as { default: Part | { default: Part } };
  return 'default' in loaded ? loaded.default : loaded;
}
