import type { z, ZodType } from 'zod';

/** Handlers are handed what a schema made of what was sent. What does not fit is listed, each with its place. */
function checkByZod({ schema }: { schema: unknown }) {
  return (sent: unknown) => {
    const { success, data, error } = (schema as ZodType).safeParse(sent);
    if (success) return { value: data };
    return {
      error: error.issues.flatMap((issue) =>
        placesOf(issue).map((instancePath) => ({ instancePath, message: issue.message })),
      ),
    };
  };
}

/** Fields that nobody knows are found together, where they would belong; each of them is a place. */
function placesOf(issue: z.core.$ZodIssue): string[] {
  const names = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const paths = names.length > 0 ? names.map((name) => [...issue.path, name]) : [issue.path];
  return paths.map((path) => `/${path.join('/')}`);
}

/**
 * Zod checks what comes in. What leaves is built by views, and held to the contract by the compiler and the tests, not once
 * more for every request. What this stands in for is typed by libraries of its own, which are never loaded: they are slow to.
 */
export const schemaController = {
  compilersFactory: { buildValidator: () => checkByZod, buildSerializer: () => () => JSON.stringify },
} as object;
