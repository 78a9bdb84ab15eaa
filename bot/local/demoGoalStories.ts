import type { Audience, Confidence } from '../domain/goal.ts';

/* What the demo team is learning. Names are first names here; everything else is as people would have typed it. */

export type GoalStory = {
  readonly owner: string;
  readonly begunDaysAgo: number;
  readonly title: string;
  readonly outcome?: string;
  readonly why?: string;
  readonly dueInDays?: number;
  readonly steps?: readonly string[];
  readonly ifThen?: readonly [string, string];
  readonly ask?: string;
  readonly askToTeam?: boolean;
  readonly audience: Audience;
  readonly supporters?: readonly string[];
  /** Oldest first, also when weekends move days together; only the last may close the goal. */
  readonly life?: readonly Happening[];
};

export type Happening = { readonly daysAgo: number; readonly at: string } & (
  | { readonly accepts: string }
  /** Steps are counted from one. */
  | { readonly checksIn: string; readonly confidence: Confidence; readonly ticks?: readonly number[] }
  | { readonly says: string; readonly by: string }
  | { readonly cheers: string }
  | { readonly offers: string }
  /** Which of the demo's kudos, counted from one. */
  | { readonly attaches: number }
  | { readonly closes: 'reached' | 'dropped'; readonly learned: string; readonly helpedBy?: readonly string[] }
);

export const demoGoals: readonly GoalStory[] = [
  {
    owner: 'Amara',
    begunDaysAgo: 47,
    title: 'Read a budget before I sign it',
    outcome: 'I will have learned to explain to the team where our money goes, without asking finance first.',
    why: 'Every month I sign things that I could not explain to anybody. That makes me careful in the wrong places.',
    dueInDays: 25,
    steps: [
      'Ask Jonas what the four columns mean',
      'Rebuild last quarter on one page',
      'Find one line I would question',
      'Present the page in our hour',
      'Plan next quarter with it',
    ],
    ifThen: ['an invoice lands in my inbox', 'I find its line in the sheet before I answer'],
    ask: 'One hard question about my page, from somebody who has read a budget before',
    audience: 'supporters',
    supporters: ['Nadia', 'Jonas'],
    life: [
      { daysAgo: 47, at: '11:20', accepts: 'Nadia' },
      {
        daysAgo: 46,
        at: '16:05',
        checksIn: 'I opened the sheet and closed it again. Four columns, and I can name two of them.',
        confidence: 1,
      },
      { daysAgo: 45, at: '16:40', accepts: 'Jonas' },
      {
        daysAgo: 39,
        at: '15:30',
        checksIn: 'Jonas drew the four columns on a napkin. Committed is not the same as spent.',
        confidence: 2,
        ticks: [1],
      },
      {
        daysAgo: 32,
        at: '16:40',
        checksIn: 'Last quarter does not fit on one page yet. The licences are hidden in three places.',
        confidence: 2,
      },
      {
        daysAgo: 25,
        at: '14:10',
        checksIn: 'One page, and I made it myself. The big number is people, and that is how it should be.',
        confidence: 3,
        ticks: [2],
      },
      {
        daysAgo: 18,
        at: '16:20',
        checksIn: 'I read it aloud to Nadia. Where I became vague was where I had not understood it.',
        confidence: 3,
      },
      {
        daysAgo: 18,
        at: '17:02',
        by: 'Nadia',
        says: 'I am afraid of tables, and I understood all of it. Keep the word “committed”, you explained it so well.',
      },
      { daysAgo: 17, at: '17:40', by: 'Amara', says: 'Then it goes on the page in exactly those words.' },
      {
        daysAgo: 4,
        at: '15:50',
        checksIn: 'We pay for two tools that do the same. I found the line and asked, and nobody minded.',
        confidence: 4,
        ticks: [3],
      },
      {
        daysAgo: 4,
        at: '16:30',
        by: 'Jonas',
        says: 'I walked past those two tools for a year. Bring the page to the hour, I will ask you something difficult.',
      },
      { daysAgo: 3, at: '16:55', cheers: 'Nadia' },
    ],
  },
  {
    owner: 'Amara',
    begunDaysAgo: 20,
    title: 'Listen for ten minutes before I advise',
    outcome: 'I can stay with a question long enough that people find their own answer.',
    dueInDays: 67,
    steps: [
      'Say nothing in one whole review',
      'Ask Mei how last week felt, and only ask',
      'Note one question that opened a talk',
      'Ask somebody whether they noticed',
    ],
    ifThen: ['somebody brings me a problem', 'I ask two questions before I say what I would do'],
    ask: 'Tell me when I jump in too early',
    askToTeam: true,
    audience: 'me',
    life: [
      {
        daysAgo: 11,
        at: '17:15',
        checksIn: 'Ten minutes are long. In the seventh they found it themselves, and it was better than mine.',
        confidence: 2,
        ticks: [1],
      },
      { daysAgo: 10, at: '17:40', offers: 'Priya' },
    ],
  },
  {
    owner: 'Amara',
    begunDaysAgo: 240,
    title: 'Give notes that people can use',
    outcome: 'Whoever gets a note from me knows what to try next.',
    steps: ['Collect ten notes I gave', 'Rewrite three of them with Nadia', 'Ask whether they helped'],
    audience: 'team',
    life: [
      {
        daysAgo: 200,
        at: '15:00',
        checksIn: 'Nine of ten notes say what is wrong. One says what works, and that one was used.',
        confidence: 3,
        ticks: [1],
      },
      {
        daysAgo: 170,
        at: '11:10',
        checksIn: 'Nadia cuts a note until one thing is left. Then she stops.',
        confidence: 4,
        ticks: [2, 3],
      },
      {
        daysAgo: 156,
        at: '16:45',
        closes: 'reached',
        learned: 'One note at a time, and first what already works. People ask me for them now.',
        helpedBy: ['Nadia'],
      },
    ],
  },
  {
    owner: 'Mei',
    begunDaysAgo: 40,
    title: 'Lead a workshop without hiding behind slides',
    outcome: 'I can open a room of twelve people with a question, and hold it with what they say.',
    why: 'My slides are lovely, and nobody talks while they are on.',
    dueInDays: 25,
    steps: [
      'Watch how Priya opens a session',
      'Write down the one question it is about',
      'Plan the opening ten minutes',
      'Run it with three friendly people',
      'Run it with the client',
    ],
    ifThen: ['I reach for a slide', 'I ask the room what they would draw there'],
    ask: 'Someone to watch my first workshop and tell me the truth',
    askToTeam: true,
    audience: 'team',
    supporters: ['Priya'],
    life: [
      { daysAgo: 39, at: '09:30', accepts: 'Priya' },
      {
        daysAgo: 33,
        at: '10:45',
        checksIn: 'Priya says almost nothing in the first five minutes. She waits, and then somebody starts.',
        confidence: 2,
        ticks: [1],
      },
      {
        daysAgo: 19,
        at: '14:20',
        checksIn: 'I had six questions. Five of them were slides in disguise.',
        confidence: 2,
        ticks: [2],
      },
      { daysAgo: 19, at: '15:05', by: 'Priya', says: 'The sixth is a very good one. Ask it, and count to seven.' },
      { daysAgo: 12, at: '12:30', offers: 'Nadia' },
      {
        daysAgo: 5,
        at: '16:00',
        checksIn: 'I counted to seven in the stand-up. Lukas spoke first, and he never does.',
        confidence: 3,
      },
      { daysAgo: 5, at: '17:20', cheers: 'Priya' },
    ],
  },
  {
    owner: 'Nadia',
    begunDaysAgo: 16,
    title: 'Say one thing in front of forty people',
    outcome: 'I can stand on the small stage of the department and say one thing so that it stays.',
    why: 'I write for thousands and lose my voice in front of forty.',
    dueInDays: 52,
    steps: ['Write it in three sentences', 'Say it to Mei', 'Say it in the hour', 'Say it on the stage'],
    ifThen: ['my voice gets quick', 'I look for one face and finish the sentence for it'],
    ask: 'Ten minutes in the empty hall, with somebody in the last row',
    audience: 'supporters',
    supporters: ['Mei', 'Amara'],
    life: [
      { daysAgo: 15, at: '09:45', accepts: 'Mei' },
      {
        daysAgo: 8,
        at: '13:10',
        checksIn: 'Three sentences are harder than three pages. The second one was not needed.',
        confidence: 2,
        ticks: [1],
      },
      { daysAgo: 7, at: '13:40', by: 'Mei', says: 'Say it to me while we walk. You never lose your voice on stairs.' },
    ],
  },
  {
    owner: 'Lukas',
    begunDaysAgo: 30,
    title: 'Tell somebody the hard thing in the same week',
    outcome: 'What I have to say is said while it is still small.',
    dueInDays: 39,
    steps: [
      'Write down the last three that I kept to myself',
      'Rehearse one sentence with somebody',
      'Say one of them',
      'Ask how it was to hear',
    ],
    ifThen: ['I think “not worth it” for the second time', 'I ask for ten minutes on the same day'],
    ask: 'Rehearse one hard sentence with me, fifteen minutes',
    askToTeam: true,
    audience: 'team',
    supporters: ['Amara'],
    life: [
      { daysAgo: 29, at: '10:10', accepts: 'Amara' },
      {
        daysAgo: 22,
        at: '13:40',
        checksIn: 'Two of the three were not hard any more once they were written down.',
        confidence: 2,
        ticks: [1],
      },
      { daysAgo: 7, at: '11:50', attaches: 9 },
      {
        daysAgo: 6,
        at: '14:25',
        checksIn: 'I told Jonas about the estimate. He had waited for it, and he was not even angry.',
        confidence: 3,
      },
      { daysAgo: 6, at: '15:10', by: 'Amara', says: 'That was the same week. I saw both of you laugh afterwards.' },
    ],
  },
  {
    owner: 'Priya',
    begunDaysAgo: 26,
    title: 'Know when a number is just noise',
    outcome: 'I can look at a survey and say what it does not say.',
    steps: ['Read two chapters, slowly', 'Redo last spring’s survey', 'Explain it to Amara'],
    ask: 'Explain confidence intervals to me as if I were seven',
    askToTeam: true,
    audience: 'me',
    life: [
      {
        daysAgo: 13,
        at: '12:05',
        checksIn: 'Half of what I called a trend last spring was eleven people.',
        confidence: 2,
        ticks: [1],
      },
    ],
  },
  {
    owner: 'Jonas',
    begunDaysAgo: 18,
    title: 'Watch five people use what we made',
    outcome: 'I decide by what I have seen somebody do.',
    dueInDays: 32,
    steps: ['One session, silent', 'Two more', 'Tell the team what surprised me', 'Change one decision'],
    ifThen: ['I want to explain the button', 'I write down what they expected of it'],
    ask: 'Take me along to your next usability tests, I will be quiet',
    askToTeam: true,
    audience: 'team',
    life: [
      {
        daysAgo: 9,
        at: '15:35',
        checksIn: 'She looked for the price for four minutes. I sat on my hands, and I will not forget it.',
        confidence: 3,
        ticks: [1],
      },
      { daysAgo: 8, at: '15:55', offers: 'Mei' },
    ],
  },
  {
    owner: 'Jonas',
    begunDaysAgo: 120,
    title: 'Answer every message within the hour',
    audience: 'me',
    life: [
      {
        daysAgo: 104,
        at: '16:10',
        closes: 'dropped',
        learned: 'That was a goal for my inbox. I learned more in the afternoon on which I forgot about it.',
      },
    ],
  },
];
