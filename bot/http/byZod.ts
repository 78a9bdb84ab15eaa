import type { z, ZodType } from 'zod';
import { maxErrors } from './problems.ts';

/** Handlers are handed what a schema made of what was sent. What does not fit is listed, each with its place. */
function checkByZod({ schema }: { schema: unknown }) {
  return (sent: unknown) => {
    const { success, data, error } = (schema as ZodType).safeParse(sent);
    if (success) return { value: data };
    const problems = error.issues.flatMap((issue) => {
      const message = issue.message.slice(0, maxMessage);
      return placesOf(issue).map((instancePath) => ({ instancePath, message }));
    });
    return { error: problems.slice(0, maxErrors) };
  };
}

// The HTTP library makes one sentence of all of them, and each of thousands of strange fields names all the others.
const maxMessage = 200;

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
