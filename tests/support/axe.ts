import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core'), 'utf8');
void createRequire;

type Finding = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
};

/** What axe finds wrong in a page or in the tab's frame: WCAG 2.0 to 2.2, A and AA, and best practice. Empty when nothing is. */
export async function axeFindings(where: Page | Frame): Promise<string[]> {
  await where.evaluate(source);
  const violations = await where.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: unknown }> };
    };
    const found = await axe.run(
      // Fluent's focus sentinels are empty on purpose and hidden on purpose; axe cannot know that they pass focus on.
      { exclude: [['[data-tabster-dummy]']] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'target-size': { enabled: true } },
      },
    );
    return found.violations;
  });
  return (violations as Finding[]).flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 300)}\n  ${failureSummary.replaceAll('\n', '\n  ')}`,
    ),
  );
}
