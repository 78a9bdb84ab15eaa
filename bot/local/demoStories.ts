import type { Profile, Wish } from '../domain/profile.ts';

/* What the demo team has lived through. Names are first names here; everything else is as people would have typed it. */

export const demoValues = ['Patience', 'Clear words', 'Care', 'Curiosity'];

export const demoProfiles: Readonly<Record<string, Partial<Profile>>> = {
  Amara: {
    role: 'Design lead',
    about: 'I look after the studio and its people. Before this I drew maps, and I still think in them.',
    howToWork: 'Tell me early, even when it is half an idea. Mornings are for people, afternoons for quiet.',
    pronouns: 'she/her',
    timeZone: 'Europe/London',
    workingHours: { start: '08:30', end: '17:00' },
    strengths: ['Seeing the whole', 'Keeping calm'],
    canShow: ['Facilitation', 'Saying no kindly', 'Information design'],
    wantsToLearn: ['Reading a budget', 'Letting go of details'],
  },
  Mei: {
    role: 'Interaction designer',
    about: 'I collect small moments in which software was polite to me.',
    howToWork: 'I need a day before I know what I think. Written first, then let us talk.',
    pronouns: 'she/her',
    timeZone: 'Europe/Berlin',
    workingHours: { start: '09:00', end: '17:30' },
    strengths: ['Prototypes', 'Listening'],
    canShow: ['Figma', 'Usability tests', 'Japanese'],
    wantsToLearn: ['Facilitation', 'TypeScript'],
  },
  Lukas: {
    role: 'Front-end developer',
    about: 'I build the things that others draw. Father of two, so my calendar is honest.',
    howToWork: 'Ask me anything in the open channel. I am gone at four and back at eight if it matters.',
    pronouns: 'he/him',
    timeZone: 'Europe/Berlin',
    workingHours: { start: '07:30', end: '16:00' },
    strengths: ['Debugging', 'Calm in incidents'],
    canShow: ['TypeScript', 'Git, also the scary parts', 'Accessibility audits'],
    wantsToLearn: ['Giving feedback', 'Motion design'],
  },
  Priya: {
    role: 'Researcher',
    about: 'I ask the second question.',
    howToWork: 'I like to be interrupted for people and not for dashboards.',
    pronouns: 'she/her',
    timeZone: 'Asia/Kolkata',
    workingHours: { start: '11:00', end: '19:30' },
    strengths: ['Interviews', 'Summaries that people read'],
    canShow: ['Interviewing', 'Facilitation', 'Writing short'],
    wantsToLearn: ['Statistics', 'Saying no kindly'],
  },
  Jonas: {
    role: 'Product manager',
    about: 'I am the one who brings the plants, and the one who asks when.',
    howToWork: 'Draw it for me. If it fits on one page, I will understand it.',
    pronouns: 'he/him',
    timeZone: 'Europe/Stockholm',
    workingHours: { start: '08:00', end: '16:30' },
    strengths: ['Deciding', 'Remembering promises'],
    canShow: ['Roadmaps', 'Negotiation', 'Reading a budget'],
    wantsToLearn: ['Usability tests', 'Patience'],
  },
  Nadia: {
    role: 'Writer',
    about: 'Every button in our product has passed over my desk at least twice.',
    howToWork: 'Give me the worst draft you have. I am gentle with texts and direct with people.',
    pronouns: 'she/they',
    timeZone: 'Africa/Tunis',
    workingHours: { start: '09:00', end: '17:00' },
    strengths: ['Words', 'Arabic and French'],
    canShow: ['Plain language', 'Translation'],
    wantsToLearn: ['Figma', 'Public speaking'],
    thankMe: 'private',
  },
};

export type Story = {
  readonly daysAgo: number;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly effect?: string;
  readonly value?: string;
  readonly joined?: readonly string[];
  /** What those who were thanked wished for at the time. */
  readonly wish?: Wish;
};

/** Oldest first. */
export const demoKudos: readonly Story[] = [
  {
    daysAgo: 20,
    at: '09:12',
    from: 'Amara',
    to: ['Nadia'],
    text: 'You rewrote the error messages so that they sound like a person who wants to help. I read all forty of them twice, for pleasure.',
    value: 'Clear words',
    joined: ['Mei', 'Jonas'],
  },
  {
    daysAgo: 19,
    at: '15:40',
    from: 'Jonas',
    to: ['Lukas'],
    text: 'For the hour you spent showing me why the release could not go out. You never once made me feel slow.',
    effect: 'I could explain it to the client myself the next morning.',
    value: 'Patience',
    joined: ['Priya'],
  },
  {
    daysAgo: 17,
    at: '10:05',
    from: 'Mei',
    to: ['Priya'],
    text: 'Your notes from the five interviews were so alive that I could hear the people. The checkout sketch started from one half-sentence in there.',
    effect: 'I threw away two weeks of my own assumptions, happily.',
    value: 'Curiosity',
    joined: ['Amara', 'Nadia'],
  },
  {
    daysAgo: 15,
    at: '11:30',
    from: 'Nadia',
    to: ['Mei', 'Lukas'],
    text: 'You two made the form work with a screen reader before anybody asked for it, and then sat with me until I understood why the order of the fields matters.',
    value: 'Care',
    joined: ['Amara', 'Jonas', 'Priya'],
  },
  {
    daysAgo: 14,
    at: '08:20',
    from: 'Lukas',
    to: ['Amara'],
    text: 'For moving the review so that I could be at the kindergarten play. You did not make it a thing.',
    effect: 'My daughter was a very serious mushroom, and I saw all of it.',
    value: 'Care',
  },
  {
    daysAgo: 13,
    at: '13:55',
    from: 'Priya',
    to: ['Jonas'],
    text: 'You promised the support team an answer by Tuesday, and on Tuesday there it was. They told me they had stopped expecting that.',
    joined: ['Nadia'],
  },
  {
    daysAgo: 10,
    at: '09:48',
    from: 'Jonas',
    to: ['Nadia'],
    text: 'The way you said no in the steering meeting. Clear, warm, and nobody lost face. I want to learn that.',
    value: 'Clear words',
    joined: ['Amara', 'Lukas'],
  },
  {
    daysAgo: 9,
    at: '16:10',
    from: 'Amara',
    to: ['Priya', 'Mei'],
    text: 'For the wall of sticky notes that became a plan. I came in worried and left with three things to do.',
    effect: 'I slept.',
    joined: ['Jonas'],
  },
  {
    daysAgo: 8,
    at: '12:25',
    from: 'Mei',
    to: ['Lukas'],
    text: 'You paired with me on my very first pull request and let me type every single letter of it.',
    effect: 'It is merged, it is mine, and I have already started the next one.',
    value: 'Patience',
    joined: ['Amara', 'Priya', 'Nadia'],
  },
  {
    daysAgo: 6,
    at: '10:33',
    from: 'Lukas',
    to: ['Jonas'],
    text: 'You took the blame for the late estimate, although it was mine. I noticed.',
    wish: 'hour',
  },
  {
    daysAgo: 5,
    at: '14:02',
    from: 'Nadia',
    to: ['Priya'],
    text: 'You asked the quiet ones last, and by name, and then you waited. Half of what we decided came from that silence.',
    value: 'Patience',
    joined: ['Mei'],
  },
  {
    daysAgo: 3,
    at: '09:15',
    from: 'Priya',
    to: ['Nadia'],
    text: 'Thank you for walking around the block with me after that call. I did not need advice, and you knew it.',
    wish: 'private',
  },
  {
    daysAgo: 2,
    at: '11:20',
    from: 'Jonas',
    to: ['Mei'],
    text: 'The prototype you made overnight was lovely. That you then said “please not again like this” was even better, and you were right.',
    value: 'Clear words',
    joined: ['Amara', 'Nadia', 'Lukas'],
  },
  {
    daysAgo: 1,
    at: '15:45',
    from: 'Amara',
    to: ['Lukas', 'Priya', 'Nadia'],
    text: 'You found out why the Arabic page was mirrored twice, and you did it by asking somebody who reads Arabic instead of guessing.',
    effect: 'We have a new habit because of you three: ask first.',
    value: 'Curiosity',
    joined: ['Mei'],
  },
];
