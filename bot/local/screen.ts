/* What somebody reads after `npm start`: where everything is, and what to know about it. */

export type Facts = {
  readonly url: string;
  readonly people: readonly string[];
  readonly dataFolder: string;
  /** `null`: in process. */
  readonly otherStorage: boolean;
  /** Its address, or why there is none. */
  readonly playground: { readonly url: string } | string | null;
  readonly tabTrouble: string | null;
};

export function startScreen(facts: Facts): string {
  const { url, playground } = facts;
  const at = (name: string, where: string) => `  ${name.padEnd(14)}${where}`;
  return [
    '',
    '  People Hour is running in LOCAL MODE: for this machine only, and anybody on it is whoever they say.',
    '',
    at('Teams window', `${url}/local`),
    ...(playground === null ? [] : [at('Playground', typeof playground === 'string' ? playground : playground.url)]),
    at('API', `${url}/api/openapi.json`),
    at('Bot', `${url}/api/messages`),
    at('People', facts.people.join(', ')),
    at('Data', facts.otherStorage ? 'in the storage that STORAGE_CONNECTION_STRING names' : facts.dataFolder),
    '',
    ...(facts.tabTrouble ? ['  The tab could not be built:', indented(facts.tabTrouble), ''] : []),
    '  Ctrl-C stops everything, and nothing is lost.',
    ...(facts.otherStorage ? [] : ['  A kill -9 may lose the last five seconds: data is written to disk that often.']),
    '',
  ].join('\n');
}

const indented = (text: string) => text.replace(/^/gm, '    ');
