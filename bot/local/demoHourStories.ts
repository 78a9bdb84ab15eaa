import type { TopicKind } from '../domain/topic.ts';

/* The demo team's hours. Names are first names here; everything else is as people would have typed it. */

export type HourStory = {
  /** Hours ago, counted by the schedule: the last one is 1. */
  readonly hoursAgo: number;
  readonly away?: readonly string[];
  readonly topics?: readonly TopicStory[];
  readonly notes?: readonly (readonly [author: string, text: string, kind?: 'decision'])[];
  readonly actions?: readonly ActionStory[];
  readonly leaves?: readonly (readonly [person: string, when: string, then: string])[];
  /** It did not take place. */
  readonly skipped?: string;
};

export type TopicStory = {
  readonly by: string;
  readonly text: string;
  readonly kind?: TopicKind;
  readonly with?: readonly string[];
  /** Sent out of the hour, into the written round. */
  readonly isStatus?: boolean;
  /** Nobody got to it: it still waits. */
  readonly isLeftOver?: boolean;
};

export type ActionStory = {
  readonly text: string;
  readonly owner: string;
  readonly promisedTo?: string;
  readonly dueInDays?: number;
  /** By whom it was closed, and how. */
  readonly closed?: readonly ['done' | 'kept' | 'released', by: string];
};

/** Oldest first. */
export const demoHours: readonly HourStory[] = [
  {
    hoursAgo: 6,
    topics: [
      { by: 'Amara', text: 'What this hour is for, and what it is not' },
      { by: 'Jonas', text: 'Numbers for the steering meeting', isStatus: true },
    ],
    notes: [
      ['Mei', 'First the person, then the project. We look each other in the eye here.'],
      ['Amara', 'The weekly status stays in writing, every Wednesday, ten lines at most.', 'decision'],
    ],
    actions: [
      { text: 'Move the weekly status into a written round', owner: 'Jonas', dueInDays: 6, closed: ['done', 'Jonas'] },
    ],
  },
  {
    hoursAgo: 5,
    away: ['Priya'],
    topics: [
      { by: 'Lukas', text: 'How do you ask for help before it is late?', kind: 'ask', with: ['Nadia'] },
      { by: 'Nadia', text: 'A word of thanks to who answers the support mails', kind: 'thanks' },
    ],
    notes: [
      ['Lukas', 'Half an hour stuck is enough. Then I ask, also when I feel silly.'],
      ['Nadia', 'Whoever is asked answers “when”, not only “yes”.', 'decision'],
    ],
    actions: [
      {
        text: 'Show how a budget is read, with the real one',
        owner: 'Jonas',
        promisedTo: 'Amara',
        dueInDays: 10,
        closed: ['kept', 'Amara'],
      },
    ],
    leaves: [['Lukas', 'I am stuck for half an hour', 'I ask in the channel']],
  },
  { hoursAgo: 4, skipped: 'Four of us were at the research conference' },
  {
    hoursAgo: 3,
    topics: [{ by: 'Priya', text: 'What we do with the quiet ones in a meeting', with: ['Mei', 'Nadia'] }],
    notes: [
      ['Priya', 'Names first, then silence. I counted: seven seconds feel like a minute.'],
      ['Jonas', 'I talk too early. Please stop me.'],
      ['Mei', 'In reviews the newest speaks first.', 'decision'],
    ],
    actions: [
      {
        text: 'Come along to one interview and only listen',
        owner: 'Lukas',
        promisedTo: 'Priya',
        dueInDays: 12,
        closed: ['kept', 'Priya'],
      },
      {
        text: 'Ask the client for one week less',
        owner: 'Amara',
        promisedTo: 'Nadia',
        dueInDays: 5,
        closed: ['released', 'Nadia'],
      },
    ],
    leaves: [['Jonas', 'somebody has not said anything yet', 'I ask them before I speak again']],
  },
  {
    hoursAgo: 2,
    away: ['Nadia'],
    topics: [
      { by: 'Mei', text: 'Feedback that arrives: three sentences instead of one adjective', with: ['Lukas'] },
      { by: 'Jonas', text: 'Where the plants went', kind: 'talk' },
    ],
    notes: [
      ['Mei', 'What I saw, what it did to me, what I would try. In this order.'],
      ['Amara', 'Jonas has three plants and one grudge. The plants stay by the window.'],
    ],
    actions: [
      { text: 'Write the three sentences on a card for the wall', owner: 'Mei', dueInDays: 7, closed: ['done', 'Mei'] },
    ],
  },
  {
    hoursAgo: 1,
    topics: [
      { by: 'Nadia', text: 'Walking meetings: who wants one, and where to?', kind: 'idea', with: ['Priya'] },
      { by: 'Lukas', text: 'On call at night: how it is for those at home', with: ['Mei'], isLeftOver: true },
    ],
    notes: [
      ['Nadia', 'Round the block is four songs long. Nobody has ever come back angrier.'],
      ['Priya', 'Tuesdays after lunch, whoever stands at the door goes along.', 'decision'],
    ],
    actions: [
      { text: 'Send the one-page budget around', owner: 'Jonas', promisedTo: 'Amara', dueInDays: 8 },
      { text: 'Turn the notes of the incident into a checklist', owner: 'Lukas', dueInDays: 11 },
      { text: 'Sit in on a review of yours', owner: 'Amara', promisedTo: 'Mei', dueInDays: 15 },
      { text: 'Find a room with a door for Thursdays', owner: 'Nadia' },
    ],
    leaves: [['Priya', 'it is Tuesday and I have eaten', 'stand at the door']],
  },
];

/** For the hour that comes next. */
export const demoAgenda: readonly TopicStory[] = [
  { by: 'Priya', text: 'What a good no sounds like, with examples', kind: 'ask', with: ['Nadia', 'Amara'] },
  { by: 'Mei', text: 'Thank you, Lukas: my first release went out', kind: 'thanks' },
  { by: 'Jonas', text: 'One afternoon a month without meetings', kind: 'idea', with: ['Lukas'] },
];
