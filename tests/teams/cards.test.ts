import fc from 'fast-check';
import { actionsElsewhereCard, myActionsCard } from '../../bot/teams/cards/actionCards.ts';
import { helpCard, otherCard, personalWelcomeCard, startCard, welcomeCard } from '../../bot/teams/cards/botCards.ts';
import { checkInForm } from '../../bot/teams/cards/checkInForm.ts';
import { goalsCard, goalsElsewhereCard, noGoalsCard } from '../../bot/teams/cards/goalCards.ts';
import { goneCard, liveCard, privateCard, stillCard } from '../../bot/teams/cards/kudosCard.ts';
import { kudosForm, nothingTyped } from '../../bot/teams/cards/kudosForm.ts';
import { noteForm } from '../../bot/teams/cards/noteForm.ts';
import type { Saying } from '../../bot/app/reminderPorts.ts';
import { noteLimits } from '../../bot/domain/note.ts';
import { sayingKinds } from '../../bot/domain/reminder.ts';
import { statusLimits } from '../../bot/domain/statusLine.ts';
import { moveForm, skipForm } from '../../bot/teams/cards/hourForms.ts';
import { sayingCard } from '../../bot/teams/cards/sayingCard.ts';
import { scheduleForm } from '../../bot/teams/cards/scheduleForm.ts';
import { zoneChoices } from '../../bot/teams/zoneChoices.ts';
import { hourCard } from '../../bot/teams/cards/hourCard.ts';
import { hoursElsewhereCard, myHoursCard, noHourCard } from '../../bot/teams/cards/hourCards.ts';
import { meetingCard, meetingDoneCard } from '../../bot/teams/cards/meetingCards.ts';
import { insertable, kudosPreview } from '../../bot/teams/cards/preview.ts';
import { teamForm } from '../../bot/teams/cards/teamForm.ts';
import { topicForm } from '../../bot/teams/cards/topicForm.ts';
import { actionLimits } from '../../bot/domain/actionItem.ts';
import { goalLimits } from '../../bot/domain/goal.ts';
import { hourLimits } from '../../bot/domain/hour.ts';
import { someoneWhoLeft } from '../../bot/domain/team.ts';
import { topicLimits } from '../../bot/domain/topic.ts';
import { giftSchema } from '../../bot/contract/kudos.ts';
import { type Kudos, kudosLimits } from '../../bot/domain/kudos.ts';
import { tidy } from '../../bot/domain/words.ts';
import { createText, languages } from '../../bot/text/text.ts';
import { aKudos, aKudosId, aPerson, aRef, aTeam, noon } from '../support/builders.ts';
import { aGoal, aGoalId, aStep } from '../support/buildersOfGoals.ts';
import { aNote, aTopic, anAction, anHour, nextThursday, thursday } from '../support/buildersOfHours.ts';
import type { Card } from '../support/fakeConnector.ts';
import { buttonsIn } from '../support/teamsWorldCardParts.ts';
import { expectGoodCard } from '../support/teamsWorldCardRules.ts';
import { textsIn } from '../support/teamsWorldCards.ts';

const links = { wall: 'https://teams.microsoft.com/l/entity/app/wall' };
const ref = aRef();
const everyCard = (kudos: Kudos) =>
  languages.flatMap((language) => {
    const text = createText(language);
    return [liveCard(text, kudos, links, ref.teamId), stillCard(text, kudos, links), privateCard(text, kudos, links)];
  });

// A family of four with skin tones is one character of nineteen units: as wide as people get.
const family = '👨🏽‍👩🏽‍👧🏽‍👦🏽';
const crowd = (size: number, name: (index: number) => string) =>
  Array.from({ length: size }, (_, n) => aPerson(name(n)));

test('the fullest kudos there can be still fits, in every language', () => {
  const text = 'ÄÖ"\n'.repeat(1000).slice(0, kudosLimits.text);
  const wide = family.repeat(Math.floor((4 * kudosLimits.text) / family.length));
  for (const longest of [text, wide, '"'.repeat(kudosLimits.text), '\n"'.repeat(500)]) {
    const kudos = aKudos({
      from: aPerson('N'.repeat(256)),
      to: crowd(10, (n) => `${n} ${'M'.repeat(250)}`),
      text: longest,
      effect: longest.slice(0, kudosLimits.effect),
      value: 'V'.repeat(40),
      messageLink: `https://teams.microsoft.com/l/message/${'x'.repeat(1900)}`,
      joined: crowd(300, (n) => `${n} ${'J'.repeat(250)}`),
    });
    everyCard(kudos).forEach(expectGoodCard);
  }
});

test('the fullest form there can be still fits, and lists people as long as it can', () => {
  for (const language of languages)
    for (const size of [0, 1, 50, 80, 100, 101, 10_000]) {
      const form = kudosForm(createText(language), {
        carried: {
          team: ref.teamId,
          id: aKudosId(),
          link: `https://teams.microsoft.com/l/message/${'x'.repeat(1900)}`,
        },
        typed: {
          to: crowd(10, (n) => `Person ${n}`).map(({ id }) => id),
          text: family.repeat(Math.floor((4 * kudosLimits.text) / family.length)),
          effect: '"'.repeat(280),
          value: 'V1',
        },
        team: {
          name: 'T'.repeat(256),
          memberCount: size + 1,
          values: Array.from({ length: 12 }, (_, n) => `V${n}`),
          people: crowd(size, (n) => `Person ${n}`),
        },
        problem: 'P'.repeat(200),
        hint: 'H'.repeat(200),
      });
      expectGoodCard(form);
    }
  const usual = kudosForm(createText('en'), {
    carried: { team: ref.teamId, id: aKudosId(), link: null },
    typed: nothingTyped,
    team: { name: 'Design', memberCount: 101, values: [], people: crowd(100, (n) => `Person number ${n}`) },
    problem: null,
    hint: null,
  });
  expect((usual.body[0] as { choices: object[] }).choices).toHaveLength(100);
});

test('everything the bot says is a good card, in every language', () => {
  for (const language of languages) {
    const text = createText(language);
    const cards = [
      helpCard(text, text('help.title'), links.wall),
      otherCard(text),
      actionsElsewhereCard(text),
      helpCard(text, text('hello.title', { name: 'Ana' }), null),
      startCard(text, { to: [aPerson('Ben').id], text: 'the review' }, ['Ben'], true),
      startCard(text, { to: [], text: '' }, [], false),
      welcomeCard(text, { team: { id: ref.teamId, name: 'Design' }, by: 'Ana', wall: links.wall }),
      welcomeCard(text, { team: { id: ref.teamId, name: 'Design' }, by: null, wall: links.wall }),
      personalWelcomeCard(text),
      goneCard(text),
      teamForm(text, [aTeam(ref)], { label: text('whichTeam.label'), data: { step: 'team' } }),
    ];
    cards.forEach(expectGoodCard);
  }
});

describe('posts about an hour', () => {
  const wide = (count: number) => family.repeat(Math.floor((4 * count) / family.length));
  const somebody = (n: number) => aPerson(`${n} ${wide(60)}`);
  const full = (of: Partial<Saying>): Saying => ({
    kind: 'before',
    hour: anHour({ reason: wide(hourLimits.reason), facilitator: somebody(1), spotlight: somebody(2) }),
    pairs: Array.from({ length: 5 }, (_, n) => [somebody(n), somebody(n + 1), somebody(n + 2)]),
    topics: Array.from({ length: 100 }, (_, n) => aTopic(`${n}`, { author: somebody(n), text: wide(200) })),
    promises: Array.from({ length: 100 }, (_, n) =>
      anAction(`${n}`, {
        owner: somebody(n),
        promisedTo: somebody(n + 1),
        text: wide(actionLimits.text),
        dueOn: '2026-12-18',
      }),
    ),
    away: Array.from({ length: 40 }, (_, n) => somebody(n)),
    meetingLink: `https://teams.microsoft.com/l/meetup-join/${'x'.repeat(1900)}`,
    replaces: wide(80),
    status: Array.from({ length: 100 }, (_, n) => ({ by: somebody(n), text: wide(statusLimits.text), at: noon })),
    decisions: Array.from({ length: 100 }, (_, n) => aNote(`${n}`, { text: wide(noteLimits.text), kind: 'decision' })),
    actions: Array.from({ length: 100 }, (_, n) => anAction(`${n}`, { owner: somebody(n), text: wide(280) })),
    nextHour: anHour({ date: nextThursday }),
    ...of,
  });
  const where = { team: aTeam(ref, { name: wide(256) }), page: 'https://teams.microsoft.com/l/entity/app/hour' };

  test.each(sayingKinds)('the fullest and the emptiest there can be fit, whatever became of the hour: %s', (kind) => {
    const empty = {
      pairs: [],
      topics: [],
      promises: [],
      away: [],
      replaces: null,
      status: [],
      decisions: [],
      actions: [],
    };
    const hours = [
      {},
      { hour: anHour({ facilitator: aPerson('Ben') }) },
      { hour: anHour({ status: 'open', openedAt: noon }) },
      { hour: anHour({ status: 'held', reason: wide(hourLimits.reason) }) },
      { hour: anHour({ status: 'skipped', reason: wide(hourLimits.reason) }) },
      { hour: anHour({ status: 'moved', movedTo: nextThursday, reason: wide(hourLimits.reason) }) },
      { hour: anHour({ status: 'moved', movedTo: null }), nextHour: null },
    ];
    for (const language of languages)
      for (const of of hours)
        for (const saying of [full({ kind, ...of }), full({ kind, ...empty, ...of })])
          expectGoodCard(sayingCard(createText(language), saying, where));
  });

  test('a recap says nothing that was just for the hour, even if it is handed to it', () => {
    const decisions = [
      aNote('Ben', { kind: 'decision' }),
      aNote('Cem', { kind: 'decision', keep: false, text: 'Psst' }),
    ];
    const card = sayingCard(createText('en'), full({ kind: 'recap', decisions, actions: [] }), where);
    expect(textsIn(card as never)).toContain('We try it for two weeks');
    expect(JSON.stringify(card)).not.toContain('Psst');
  });

  test('who was erased is called in the language of the card', () => {
    const hour = anHour({ facilitator: someoneWhoLeft, status: 'open', openedAt: noon });
    const said = languages.map((language) =>
      textsIn(sayingCard(createText(language), full({ kind: 'start', hour }), where) as never).join(' '),
    );
    expect(said[languages.indexOf('de')]).toContain('Moderation: jemand, der nicht mehr da ist');
    for (const words of said.filter((_, n) => languages[n] !== 'en')) expect(words).not.toContain(someoneWhoLeft.name);
  });

  test('forms about it fit as well, in every language', () => {
    for (const language of languages) {
      const text = createText(language);
      const frame = { carried: { team: ref.teamId, date: thursday }, audience: wide(100), problem: wide(100) };
      const typed = { day: thursday, time: '10:00', reason: wide(hourLimits.reason) };
      expectGoodCard(moveForm(text, { ...frame, typed, days: [thursday], zone: 'Europe/Berlin' }));
      expectGoodCard(skipForm(text, { ...frame, typed }));
      expectGoodCard(
        scheduleForm(text, {
          carried: {
            team: ref.teamId,
            startOn: thursday,
            everyWeeks: 1,
            version: 'x'.repeat(80),
            postsVersion: 'x'.repeat(80),
          },
          typed: {
            ...{ weekday: '4', time: '10:00', zone: 'Antarctica/DumontDUrville', minutes: '60' },
            ...{ meeting: wide(80), meetingMinutes: '45', posts: ['before', 'start', 'recap'] },
          },
          zones: zoneChoices(text, 'Antarctica/DumontDUrville'),
          isOwner: true,
          team: wide(256),
          problem: wide(100),
        }),
      );
    }
  });
});

test('the fullest list of my action items fits, however many teams there are', () => {
  const wide = (count: number) => family.repeat(Math.floor((4 * count) / family.length));
  const me = aPerson('Ana');
  const items = Array.from({ length: 25 }, (_, n) =>
    anAction(`${n}`, {
      owner: n % 2 ? me : aPerson(wide(60)),
      promisedTo: n % 3 ? aPerson(wide(60)) : null,
      text: wide(280),
      dueOn: thursday,
    }),
  );
  for (const language of languages)
    for (const count of [1, 2, 10]) {
      const teams = Array.from({ length: count }, () => ({
        team: aTeam(aRef(), { name: wide(256) }),
        items,
        page: links.wall,
      }));
      for (const where of ['message', 'dialog'] as const)
        expectGoodCard(myActionsCard(createText(language), teams, me.id, where));
    }
});

describe('cards about goals', () => {
  const wide = (count: number) => family.repeat(Math.floor((4 * count) / family.length));
  const fullest = () =>
    aGoal({
      title: wide(goalLimits.title),
      dueOn: '2026-12-18',
      steps: Array.from({ length: goalLimits.steps }, (_, n) => aStep(`${n} ${wide(goalLimits.step).slice(4)}`)),
    });
  const team = aTeam(ref, { name: 'T'.repeat(256) });

  test.each(languages)('the fullest there can be still fit, in %s', (language) => {
    const text = createText(language);
    const [many, other] = [Array.from({ length: 20 }, () => ({ team, goal: fullest() })), aTeam(aRef())];
    for (const where of ['message', 'dialog'] as const) {
      const goals = [...many, { team: other, goal: aGoal() }];
      expectGoodCard(goalsCard(text, { goals, page: links.wall, where }));
    }
    const steps = fullest().steps;
    for (const goal of [{ title: wide(goalLimits.title), steps, audience: 'N'.repeat(2600) }, null])
      expectGoodCard(
        checkInForm(text, {
          carried: { team: ref.teamId, goal: aGoalId(), entry: aGoalId() },
          typed: { learned: wide(goalLimits.learned), confidence: '5', ticked: steps.map(({ id }) => id) },
          goal,
          problem: 'P'.repeat(200),
        }),
      );
    const choices = many.map((_, n) => ({ title: `${n} ${wide(120).slice(4)}`, value: `${aGoalId()} ${ref.teamId}` }));
    for (const goals of [choices, choices.slice(0, 1), null])
      expectGoodCard(
        noteForm(text, {
          carried: { entry: aGoalId(), link: `https://teams.microsoft.com/l/message/${'x'.repeat(1900)}` },
          typed: { goal: choices[0]!.value, text: wide(goalLimits.note) },
          goals,
          problem: 'P'.repeat(200),
        }),
      );
    [goalsElsewhereCard(text), noGoalsCard(text, links.wall)].forEach(expectGoodCard);
  });

  test('each button says to who hears it read which goal it is for', () => {
    const card = goalsCard(createText('en'), {
      goals: [{ team, goal: aGoal({ title: 'Lead a review' }) }],
      page: links.wall,
      where: 'message',
    });
    expect(buttonsIn(card as Card)[0]).toMatchObject({ title: 'Check in', tooltip: 'Lead a review' });
  });
});

describe('cards about the hour', () => {
  const wide = (count: number) => family.repeat(Math.floor((4 * count) / family.length));
  const [team, page] = [aTeam(ref, { name: 'T'.repeat(256) }), 'https://teams.microsoft.com/l/entity/app/hour'];

  test.each(languages)('the fullest there can be still fit, in %s', (language) => {
    const text = createText(language);
    const named = (name: string) => ({ ...aPerson('x'), name });
    for (const [words, name] of [
      [wide, wide(64)],
      [(count: number) => '"'.repeat(count), '"'.repeat(256)],
    ] as const) {
      const hour = anHour({ reason: words(hourLimits.reason), facilitator: named(name), spotlight: named(name) });
      const shown = {
        hour,
        topics: crowd(100, () => name).map((author) => ({ ...aTopic('x'), author, text: words(topicLimits.text) })),
        actions: crowd(100, () => name).map((owner) => ({
          ...anAction('x', { dueOn: '2026-12-18', text: words(actionLimits.text) }),
          owner,
        })),
        away: crowd(100, () => name),
      };
      for (const where of ['message', 'dialog'] as const)
        for (const isAway of [true, false, null])
          expectGoodCard(hourCard(text, { shown, team, page, isAway, namesTeam: true, where }));
      for (const where of ['message', 'dialog'] as const)
        expectGoodCard(
          myHoursCard(
            text,
            Array.from({ length: 10 }, () => ({ team, hour })),
            where,
          ),
        );
      const carried = {
        ...{ team: ref.teamId, id: aKudosId() },
        link: `https://teams.microsoft.com/l/message/${'x'.repeat(1900)}`,
      };
      const typed = { text: words(topicLimits.text), kind: 'idea' } as const;
      expectGoodCard(topicForm(text, { carried, typed, audience: 'A'.repeat(300), problem: 'P'.repeat(200) }));
    }
    [hoursElsewhereCard(text), noHourCard(text, team.name, page)].forEach(expectGoodCard);
    for (const deed of ['open', 'close'] as const) {
      expectGoodCard(meetingCard(text, deed, { team: ref.teamId, date: thursday, page }));
      expectGoodCard(meetingDoneCard(text, deed, page));
    }
  });

  test.each(languages)('who reads when it is reads it by their own clock, in %s', (language) => {
    const card = myHoursCard(createText(language), [{ team, hour: anHour() }], 'dialog');
    const said = textsIn(card).join();
    for (const moment of [
      '{{DATE(2026-11-19T09:00:00Z,SHORT)}}',
      '{{TIME(2026-11-19T09:00:00Z)}}',
      '{{TIME(2026-11-19T10:00:00Z)}}',
    ])
      expect(said).toContain(moment);
  });
});

describe('what people wrote is text, and nothing but text', () => {
  const hostile = [
    '[click](https://evil.test)',
    '![x](https://evil.test/x.png)',
    '[x](javascript:alert(1))',
    '<a href="data:text/html,x">x</a>',
    '<script>alert(1)</script>',
    '<at>Ana</at>',
    '<at>everyone</at>',
    '**bold** _it_ ~~no~~ `code`',
    '# heading',
    '- list\n- list\n1. list',
    'a\r\nb\rc',
    '{{DATE(2020-01-01T00:00:00Z,SHORT)}}',
    '{{ TIME(2020-01-01T00:00:00Z)}}',
    '{{}} ${7*7} {text}',
    '\u202eright to left',
    'x'.repeat(4000),
    '=cmd|calc',
    '&lt;b&gt; &amp;',
    '\\u0041 \\x41',
    '__proto__',
    'Z̷͎͉͝a̸l̵g̶o̴',
  ];
  const anyText = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('*', '_', '[', ']', '(', ')', '<', '>', '{', '}', '@', '#', '\n', 'DATE', 'at', '\\', 'a', ' '),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );
  const anyKudos = fc
    .record({
      text: anyText,
      effect: anyText,
      value: anyText,
      names: fc.array(anyText, { minLength: 2, maxLength: 12 }),
    })
    .map(({ text, effect, value, names }) => {
      const [from, ...others] = names.map((name, index) => ({
        ...aPerson(`p${index}`),
        name: tidy(name).slice(0, 256) || 'x',
      }));
      const gift = giftSchema.parse({
        to: [aPerson('x').id],
        text: text.slice(0, 1000),
        effect: effect.slice(0, 280),
        value: value.slice(0, 40),
      });
      return aKudos({ ...gift, text: gift.text || 'x', from: from!, to: others.slice(0, 10), joined: others });
    });

  /** All strings of a card with where they stand. */
  function* stringsIn(value: unknown, path = ''): Generator<[string, string]> {
    if (typeof value === 'string') yield [path, value];
    else if (value && typeof value === 'object')
      for (const [key, part] of Object.entries(value)) yield* stringsIn(part, `${path}/${key}`);
  }

  test('no element, link or mention that the code did not build', () => {
    fc.assert(
      fc.property(anyKudos, (kudos) => {
        const proto = Object.keys(Object.prototype).length;
        for (const card of everyCard(kudos)) {
          expectGoodCard(card);
          const mentioned = card.msteams?.entities as { mentioned: { id: string } }[] | undefined;
          const thanked = kudos.to.map(({ id }) => id);
          for (const mention of mentioned ?? []) expect(thanked).toContain(mention.mentioned.id);
          for (const action of card.actions ?? []) {
            const { url } = action as { url?: string };
            if (url) expect([links.wall, kudos.messageLink]).toContain(url);
          }
          const carriers = [...stringsIn(card)].filter(
            ([, text]) => text.includes(kudos.text) && kudos.text.length > 12,
          );
          for (const [path] of carriers) expect(path).toMatch(/^\/body\/\d+\/inlines\/0\/text$/);
        }
        expect(Object.keys(Object.prototype).length).toBe(proto);
      }),
      { numRuns: 300 },
    );
  });

  test('it comes back as it was typed', () => {
    fc.assert(
      fc.property(anyKudos, (kudos) => {
        for (const card of everyCard(kudos)) {
          // A joiner that nobody sees keeps a card from reading dates into what people wrote.
          const said = textsIn(card).map((text) => text.replaceAll('{\u2060', '{'));
          expect(said).toContain(kudos.text.replaceAll('{\u2060', '{'));
          if (kudos.effect) expect(said).toContain(kudos.effect.replaceAll('{\u2060', '{'));
        }
      }),
      { numRuns: 300 },
    );
    const [card] = everyCard(aKudos({ text: '{{DATE(2020-01-01T00:00:00Z,SHORT)}}' }));
    expect(textsIn(card!).join()).not.toMatch(/\{\{\s*(DATE|TIME)/i);
  });

  test('a preview has no brackets that could become HTML', () => {
    fc.assert(
      fc.property(anyKudos, anyText, (kudos, team) => {
        const text = createText('en');
        const { preview } = insertable(goneCard(text), kudosPreview(text, kudos, team)) as {
          preview: { content: { title: string; text: string } };
        };
        expect(`${preview.content.title}${preview.content.text}`).not.toMatch(/[<>]/);
      }),
      { numRuns: 300 },
    );
  });
});
