import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core'), 'utf8');

type Finding = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
};

const everything = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
};
const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What axe finds wrong in a page or in the tab's frame: WCAG 2.0 to 2.2, A and AA, and best practice. Empty when nothing is. */
export const axeFindings = (where: Page | Frame) => findings(where, everything);

/** The same for colours alone: all that another theme can make worse in a page that was looked at. */
export const axeFindingsInColours = (where: Page | Frame) => findings(where, colours);

async function findings(where: Page | Frame, rules: object): Promise<string[]> {
  if (!(await where.evaluate(() => 'axe' in globalThis))) await where.evaluate(source);
  const violations = await where.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: unknown }> };
    };
    // Fluent's focus sentinels are empty on purpose and hidden on purpose; axe cannot know that they pass focus on.
    const found = await axe.run({ exclude: [['[data-tabster-dummy]']] }, { ...rules, resultTypes: ['violations'] });
    return found.violations;
  }, rules);
  return (violations as Finding[]).flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 300)}\n  ${failureSummary.replaceAll('\n', '\n  ')}`,
    ),
  );
}
