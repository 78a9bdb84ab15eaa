/* What is chosen in the window is in its address, so that any combination can be linked to. */

export const places = ['channel', 'personal', 'panel', 'config'] as const;
export const themes = ['light', 'dark', 'contrast'] as const;
export const languages = ['en', 'de', 'ar'] as const;

export type State = {
  /** A first name, in small letters; `nobody` cannot sign in. */
  readonly person: string;
  readonly place: (typeof places)[number];
  readonly theme: (typeof themes)[number];
  readonly lang: (typeof languages)[number];
  /** The sub page that a link leads to. */
  readonly page: string;
  /** The page that was added with the config page, when it is not the usual one. */
  readonly content: string;
};

export function readState(search: string): State {
  const asked = new URLSearchParams(search);
  const oneOf = <Value extends string>(all: readonly Value[], name: string, usual: Value) =>
    all.find((value) => value === asked.get(name)) ?? usual;
  const page = asked.get('page') ?? '';
  return {
    person: asked.get('person') ?? 'amara',
    // Links lead to the personal tab, as they do in Teams.
    place: oneOf(places, 'place', page ? 'personal' : 'channel'),
    theme: oneOf(themes, 'theme', 'light'),
    lang: oneOf(languages, 'lang', 'en'),
    page,
    content: asked.get('content') ?? '',
  };
}

export function addressOf(state: State): string {
  const told = Object.entries(state).filter(([, value]) => value !== '');
  return `/local?${new URLSearchParams(told)}`;
}
