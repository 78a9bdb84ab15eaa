import { randomUUID } from 'node:crypto';
import { type TeamRef, teamId, type TenantId } from '../../bot/domain/ids.ts';
import { contoso, idOf } from './builders.ts';
import type { Conversation, FakeConnector, TeamsMember } from './fakeConnector.ts';
import { filled } from './teamsWorldCards.ts';

/**
 * Teams as a client: people in conversations who write, open forms, send them and press buttons. What they do reaches the service as
 * activities of the shapes that Teams sends, through `send`: a receiver in this process, or HTTP.
 *
 *   const teams = createTeams(connector, (activity) => post('/api/messages', activity));
 *   const design = teams.channel('Design', ['Ana', 'Ben']);          // the bot is in it; Ana owns it
 *   await design.install('Ana');
 *   const form = await design.as('Ana').opensForm();
 *   await design.as('Ana').sends(form, { to: [idOf('Ben')], text: 'Thank you for the review' });
 */
export type Send = (activity: object) => Promise<Answer>;

export type Answer = {
  readonly status: number;
  // A test knows what it asked for; whether it got that is what it checks.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body?: any;
};

export const botAccount = '28:22222222-2222-4222-8222-222222222222';
export const botId = '22222222-2222-4222-8222-222222222222';

export type Teams = ReturnType<typeof createTeams>;
export type Place = ReturnType<typeof createPlace>;

/** Whose id in Entra belongs to a name. */
export type Who = (name: string) => string;

/** Names are people; the same name is the same person everywhere. */
export function aTeamsMember(name: string, of: Partial<TeamsMember> = {}, who: Who = idOf): TeamsMember {
  const aadObjectId = who(name);
  return { id: `29:${aadObjectId}`, aadObjectId, name, tenantId: contoso, userRole: 'user', ...of };
}

/** The first one is the owner. */
const asMembers = (people: readonly (string | TeamsMember)[], tenant: string, who: Who): TeamsMember[] =>
  people.map((person, index) =>
    typeof person === 'string'
      ? aTeamsMember(person, { userRole: index === 0 ? 'owner' : 'user', tenantId: tenant }, who)
      : person,
  );

export function createTeams(connector: FakeConnector, send: Send, tenant: string = contoso, who: Who = idOf) {
  const place = (conversation: Conversation) => createPlace(connector, send, tenant, who, conversation);
  const membersOf = (people: readonly (string | TeamsMember)[]) => asMembers(people, tenant, who);
  const newThread = (kind: string) => `19:${randomUUID().replaceAll('-', '')}@thread.${kind}`;

  return {
    /** A team and its General channel. */
    channel(name: string, members: readonly (string | TeamsMember)[]) {
      const id = newThread('tacv2');
      return place({ id, kind: 'channel', name: 'General', teamId: id, teamName: name, members: membersOf(members) });
    },
    /** Another channel of a team. What kind it is, older clients do not say. */
    channelOf(team: Place, name: string, of: Partial<Conversation> = {}) {
      const { members, teamName } = connector.conversation(team.id);
      return place({ id: newThread('tacv2'), kind: 'channel', name, teamId: team.id, teamName, members, ...of });
    },
    groupChat: (name: string | undefined, members: readonly (string | TeamsMember)[], of: Partial<Conversation> = {}) =>
      place({ id: newThread('v2'), kind: 'groupChat', name, members: membersOf(members), ...of }),
    /** A chat of two people, where the bot is not. */
    chatOfTwo: (one: string, other: string) =>
      place({
        id: `19:${who(one)}_${who(other)}@unq.gbl.spaces`,
        kind: 'personal',
        members: membersOf([one, other]),
        hasBot: false,
      }),
    chatWithBot: (person: string) =>
      place({ id: `a:chat-with-29:${who(person)}`, kind: 'personal', members: membersOf([person]) }),
  };
}

const teamOf = ({ id, teamId: team, channelType }: Conversation) =>
  channelType === 'private' || channelType === 'shared' ? id : (team ?? id);

function createPlace(connector: FakeConnector, send: Send, tenant: string, who: Who, conversation: Conversation) {
  connector.addConversation(conversation);
  const { id, kind, teamId: team, teamName, name, channelType } = conversation;
  const member = (of: string) => aTeamsMember(of, {}, who);

  /** What every activity from here carries. */
  const frame = (thread?: string) => ({
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    recipient: { id: botAccount, name: 'People Hour' },
    locale: 'en-GB',
    conversation: {
      id: thread ? `${id};messageid=${thread}` : id,
      conversationType: kind,
      tenantId: tenant,
      ...(kind !== 'personal' && { isGroup: true }),
      ...(kind === 'groupChat' && name && { name }),
    },
    channelData: {
      tenant: { id: tenant },
      ...(team && { team: { id: team }, channel: { id, ...(channelType && { type: channelType }) } }),
    },
  });

  const event = (of: object, by?: string) => {
    const base = frame();
    // Events do not carry the name of who did it, but the name of the team.
    const from = by ? { id: member(by).id, aadObjectId: who(by) } : { id: '29:somebody' };
    const channelData = {
      ...base.channelData,
      ...(team && { team: { id: team, name: teamName } }),
      ...(team && id !== team && { channel: { id, name, ...(channelType && { type: channelType }) } }),
    };
    return send({
      ...base,
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      from,
      ...of,
      channelData: { ...channelData, ...('channelData' in of ? (of.channelData as object) : {}) },
    });
  };

  /** `thread`: in the replies below a post. */
  function as(name: string, of: { thread?: string; locale?: string; id?: string; timeZone?: string } = {}) {
    const from = { id: member(name).id, name, aadObjectId: who(name) };
    const locale = of.locale ?? 'en-GB';
    const base = () => ({
      ...frame(of.thread),
      locale,
      id: of.id ?? randomUUID(),
      timestamp: new Date().toISOString(),
      from,
      entities: [{ type: 'clientInfo', locale, country: 'GB', platform: 'Web', timezone: of.timeZone }],
    });
    const invoke = (what: string, value: unknown) => send({ ...base(), type: 'invoke', name: what, value });
    const extension = (what: string, value: object) =>
      invoke(`composeExtension/${what}`, { commandContext: 'compose', context: { theme: 'default' }, ...value });

    return {
      invoke,
      /** `@Name` becomes a mention where `people` says so; the bot is mentioned first, as a channel demands it. */
      says(text: string, people: readonly string[] = []) {
        const mentions = [
          { type: 'mention', mentioned: { id: botAccount, name: 'People Hour' }, text: '<at>People Hour</at>' },
          ...people.map((person) => ({
            type: 'mention',
            mentioned: { id: member(person).id, name: person },
            text: `<at>${person}</at>`,
          })),
        ];
        const written = people.reduce((so, person) => so.replace(`@${person}`, `<at>${person}</at>`), text);
        const isPersonal = kind === 'personal';
        return send({
          ...base(),
          type: 'message',
          textFormat: 'plain',
          text: isPersonal ? written : `<at>People Hour</at> ${written}`,
          entities: isPersonal ? mentions.slice(1) : mentions,
        });
      },
      opensForm: (value: object = {}) => extension('fetchTask', { commandId: 'giveKudos', ...value }),
      /** "Thank for this" on a message of somebody's. */
      opensFormOn: (writer: { id: string; displayName: string }, link: string) =>
        extension('fetchTask', {
          commandId: 'giveKudos',
          commandContext: 'message',
          messagePayload: {
            id: '1',
            linkToMessage: link,
            from: { user: { userIdentityType: 'aadUser', ...writer }, application: null, device: null },
          },
        }),
      /** Sends a form with what is in it, and what is typed now. */
      sends: (form: Answer, typed: object = {}, value: object = {}) =>
        extension('submitAction', { commandId: 'giveKudos', data: filled(form, typed), ...value }),
      sendsData: (data: unknown) => extension('submitAction', { commandId: 'giveKudos', data }),
      searches: (q: string | null, queryOptions: object = { skip: 0, count: 25 }) =>
        extension('query', {
          commandId: 'findKudos',
          parameters: q === null ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'q', value: q }],
          queryOptions,
        }),
      searchesPeople: (q: string | null, queryOptions: object = { skip: 0, count: 25 }) =>
        extension('query', {
          commandId: 'findPeople',
          parameters: q === null ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'q', value: q }],
          queryOptions,
        }),
      /** "Note for my goal" on a message. */
      opensNoteOn: (content: string, link: string | null = null, contentType = 'html') =>
        extension('fetchTask', {
          commandId: 'noteForGoal',
          commandContext: 'message',
          messagePayload: {
            id: '1',
            linkToMessage: link,
            body: { contentType, content },
            from: { user: { userIdentityType: 'aadUser', id: idOf('Somebody'), displayName: 'Somebody' } },
          },
        }),
      /** "Raise in our hour" on a message. */
      raises: (content: string, link: string | null = null, contentType = 'html') =>
        extension('fetchTask', {
          commandId: 'raiseTopic',
          commandContext: 'message',
          messagePayload: { id: '1', linkToMessage: link, body: { contentType, content } },
        }),
      typesName: (queryText: string, dataset: string) =>
        invoke('application/search', { queryText, queryOptions: { skip: 0, top: 15 }, dataset }),
      /** Presses a button of the bot's that opens a dialog. */
      opensDialog: (data: object) => invoke('task/fetch', { data, context: { theme: 'default' } }),
      sendsDialog: (form: Answer, typed: object = {}) =>
        invoke('task/submit', { data: filled(form, typed), context: { theme: 'default' } }),
      presses: (action: { verb?: string; data?: unknown }) =>
        invoke('adaptiveCard/action', { action: { type: 'Action.Execute', ...action }, trigger: 'manual' }),
    };
  }

  return {
    id,
    as,
    event,
    ref: (of: string = teamOf(conversation)): TeamRef => ({ tenantId: tenant as TenantId, teamId: teamId(of) }),
    /** A meeting begins or ends here, as Teams tells it: without the kind of the conversation. */
    meeting: (what: 'Start' | 'End', by: string, of: object = {}) => {
      const { conversationType: _, ...conversation } = frame().conversation;
      const value = { MeetingType: 'Scheduled', Title: 'Our hour', Id: 'MCMx', JoinUrl: 'https://teams.test/meet' };
      const name = `application/vnd.microsoft.meeting${what}`;
      return event({ type: 'event', name, conversation, value, channelData: { meeting: { id: 'MCMx' } }, ...of }, by);
    },
    install: (by?: string, action = 'add') => {
      if (action === 'add') connector.conversation(id).hasBot = true;
      return event({ type: 'installationUpdate', action, channelData: { settings: { selectedChannel: { id } } } }, by);
    },
    uninstall: () => {
      connector.conversation(id).hasBot = false;
      return event({ type: 'installationUpdate', action: 'remove' });
    },
    /** Changes the roster and tells the bot, as Teams does. */
    comes: (person: string | TeamsMember) => {
      const newcomer = typeof person === 'string' ? aTeamsMember(person, { tenantId: tenant }, who) : person;
      connector.conversation(id).members = [...connector.conversation(id).members, newcomer];
      return event({
        type: 'conversationUpdate',
        membersAdded: [{ id: newcomer.id, aadObjectId: newcomer.aadObjectId }],
      });
    },
    leaves: (person: string) => {
      connector.conversation(id).members = connector
        .conversation(id)
        .members.filter(({ name: known }) => known !== person);
      return event({
        type: 'conversationUpdate',
        membersRemoved: [{ id: member(person).id, aadObjectId: who(person) }],
      });
    },
  };
}
