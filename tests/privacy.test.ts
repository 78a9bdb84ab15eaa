/* The privacy page names everything that there is a key for: whoever adds a kind of row says there what is in it. */
import { readText } from './support/files.ts';

/** What the page calls each kind of row: the beginning of its key, or its partition's. */
const calledThere: Readonly<Record<string, string>> = {
  ...{ p: 'which teams somebody is in', left: 'in which they once were' },
  ...{ my: 'profile:', people: 'a copy for the list of people' },
  ...{ wish: 'what somebody wants to be reminded of', turn: 'the two reminders a week' },
  ...{
    said: 'what the bot said',
    told: 'what the bot said',
    saying: 'what the bot said',
    due: 'when a team or somebody',
  },
  ...{ goal: 'goals, steps', goals: 'goals, steps', ask: 'asks the team for', askof: 'asks the team for' },
  ...{ kudos: 'kudos, who joined in', wall: 'the team’s wall', by: 'kudos', value: 'kudos', waiting: 'kudos' },
  ...{ word: 'the words they are found by', card: 'where the bot’s card' },
  ...{
    schedule: 'schedule',
    proposal: 'proposed for it',
    topic: 'topics',
    agenda: 'topics',
    passing: 'only for a day',
  },
  ...{
    action: 'action items',
    actions: 'action items',
    inhour: 'who tapped',
    turns: 'whose turn it was',
    t: 'team’s rows',
  },
  ...{
    avoid: 'rather not be paired with',
    team: 'which owner asked to delete',
    erasures: 'who asked to be erased',
    begun: 'who asked to be erased',
  },
};
/** Of nobody: times and counts of the service itself. */
const ofNobody = ['exports', 'heard', 'pace', 'probe', 'pulse'];

test('every kind of row is on the privacy page', () => {
  const page = readText('docs/privacy.md').replaceAll("'", '’').replaceAll(/\s+/g, ' ');
  const kinds = [...readText('bot/storage/keys.ts').matchAll(/^\/\*\* `([a-z]+)[.`]/gm)].map(([, kind]) => kind!);

  expect(kinds.length).toBeGreaterThan(35);
  expect(kinds.filter((kind) => !(kind in calledThere) && !ofNobody.includes(kind))).toEqual([]);
  expect(Object.entries(calledThere).filter(([, words]) => !page.includes(words))).toEqual([]);
});
