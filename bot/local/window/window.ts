import { type World, contentOf, contextOf, frameContextOf, personOf, runtime, themeNameOf } from './context.ts';
import { type Answers, hostOf } from './host.ts';
import { addressOf, readState, type State } from './state.ts';

const find = <Found extends Element>(selector: string) => document.querySelector<Found>(selector)!;
const form = find<HTMLFormElement>('#switches');
const frame = find<HTMLIFrameElement>('#tab');
const save = find<HTMLButtonElement>('#save');
const heardList = find<HTMLOListElement>('#heard');

const world = (await (await fetch('/local/world')).json()) as World;
let state = readState(location.search);
let settings: { contentUrl?: string } = {};

const answers: Answers = {
  initialize: () => [frameContextOf(state), 'web', JSON.stringify(runtime), '2.0.1'],
  getContext: () => [contextOf(state, world)],
  'authentication.getAuthToken': token,
  'appInitialization.appLoaded': () => say('loading', 'The tab is there'),
  'appInitialization.success': () => say('good', 'The tab shows its content'),
  'appInitialization.failure': ({ reason }: { reason: string }) => say('bad', `The tab could not start: ${reason}`),
  'appInitialization.expectedFailure': ({ reason }: { reason: string }) => say('bad', `The tab waits: ${reason}`),
  'settings.setValidityState': (isValid: boolean) => void (save.disabled = !isValid),
  'settings.getSettings': () => [settings],
  'settings.setSettings': (given: { contentUrl?: string }) => {
    settings = given;
    return [true];
  },
  'settings.save.success': () => {
    const { pathname, search } = new URL(settings.contentUrl ?? '/tab', location.origin);
    go({ place: 'channel', content: pathname + search });
    return undefined;
  },
  'settings.save.failure': (reason: string) => say('bad', `Not saved: ${reason}`),
  executeDeepLink: (link: string) => follow(link),
  'app.openLink': (link: string) => follow(link),
  'pages.navigateToApp': ({ subPageId = '' }: { subPageId?: string }) => {
    go({ place: 'personal', page: subPageId });
    return [true];
  },
  'pages.currentApp.navigateTo': ({ subPageId = '' }: { subPageId?: string }) => {
    go({ page: subPageId });
    return [true];
  },
};
const host = hostOf(frame, answers, (func) => {
  heardList.prepend(Object.assign(document.createElement('li'), { textContent: func }));
  while (heardList.childElementCount > 8) heardList.lastElementChild!.remove();
});

async function token(): Promise<unknown[]> {
  const person = personOf(state, world);
  if (!person) return [false, 'resourceRequiresConsent'];
  const response = await fetch('/local/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: person.id }),
  });
  const { token } = (await response.json()) as { token: string };
  return [true, token];
}

/** A link into the tab stays in this window; everything else is Teams' own, which is not here. */
function follow(link: string): unknown[] {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.origin === location.origin && url.pathname === '/local') go(pick(readState(url.search)));
  else say('good', `The tab asks Teams to open ${link}`);
  return [true];
}

const pick = ({ page, place }: State) => ({ page, place });

function say(mood: 'loading' | 'good' | 'bad', sentence: string): undefined {
  document.body.dataset.mood = mood;
  find('#status').textContent = sentence;
}

/** Theme changes are told; everything else is another visit. */
function go(change: Partial<State>): void {
  const before = state;
  state = { ...state, ...change };
  history.pushState(null, '', addressOf(state));
  const isOnlyTheme = before.theme !== state.theme && Object.keys(change).length === 1;
  show();
  if (isOnlyTheme) host.tell('themeChange', themeNameOf(state));
  else visit();
}

function show(): void {
  document.documentElement.dataset.theme = state.theme;
  find<HTMLElement>('main').dataset.place = state.place;
  const person = personOf(state, world);
  const titles = {
    channel: [world.team.name, 'General'],
    personal: ['People Hour', person?.name ?? 'Nobody'],
    panel: ['Weekly status', 'Meeting'],
    config: ['Add People Hour', `To General in ${world.team.name}`],
  } as const;
  [find('#title').textContent, find('#subtitle').textContent] = titles[state.place];
  find('#tile').textContent = titles[state.place][0].charAt(0);
  (form.elements.namedItem('person') as HTMLSelectElement).value = person?.id ?? 'nobody';
  (form.elements.namedItem('lang') as HTMLSelectElement).value = state.lang;
  for (const name of ['place', 'theme'] as const) (form.elements.namedItem(name) as RadioNodeList).value = state[name];
}

function visit(): void {
  save.disabled = true;
  say('loading', 'Waiting for the tab');
  // Without leaving a step behind: going back is between the places of this window.
  frame.contentWindow!.location.replace(contentOf(state, world));
}

const people = form.elements.namedItem('person') as HTMLSelectElement;
people.append(
  ...world.people.map(({ id, name, owner }) => new Option(owner ? `${name} (owner)` : name, id)),
  new Option('Nobody (sign-in fails)', 'nobody'),
);
for (const { name } of world.people) {
  const face = document.createElement('span');
  face.dataset.initials = name.replace(/(\p{L})\p{L}*\s*/gu, '$1');
  find('.stage').append(face);
}
form.addEventListener('change', ({ target }) => {
  const { name, value } = target as HTMLInputElement;
  const firstName = world.people
    .find(({ id }) => id === value)
    ?.name.split(' ')[0]!
    .toLowerCase();
  go({ [name]: name === 'person' ? (firstName ?? 'nobody') : value, ...(name === 'theme' ? {} : { page: '' }) });
});
save.addEventListener('click', () => host.tell('settings.save', {}));
find('#cancel').addEventListener('click', () => go({ place: 'channel' }));
window.addEventListener('popstate', () => {
  state = readState(location.search);
  show();
  visit();
});

show();
visit();
