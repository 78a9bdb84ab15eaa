import { type Patience, patientPolicy, type Policy } from './patience.ts';

/* The only page that imports Bot Framework. It is archived: whoever takes its place has these five calls to answer, and a token to get. */

export type Bot = {
  readonly id: string;
  readonly tenantId: string;
  readonly type: string;
  readonly password?: string;
};

/** Somebody as Teams lists them. */
export type Account = {
  readonly id: string;
  readonly aadObjectId?: string;
  readonly name?: string;
  readonly tenantId?: string;
  readonly userRole?: string;
  readonly userPrincipalName?: string;
};

export type Conversations = {
  sendToConversation(conversationId: string, activity: object): Promise<{ id?: string }>;
  createConversation(parameters: object): Promise<{ id?: string; activityId?: string }>;
  updateActivity(conversationId: string, activityId: string, activity: object): Promise<unknown>;
  getConversationPagedMembers(
    conversationId: string,
    paging: { pageSize: number; continuationToken?: string },
  ): Promise<{ members?: unknown; continuationToken?: string }>;
  getConversationMember(conversationId: string, memberId: string): Promise<Account>;
};

export type Connect = {
  to(serviceUrl: string): Promise<Conversations>;
  /** Gets the bot's own token, and does nothing with it. */
  sign(): Promise<void>;
};

/** Loaded with the first call: a service without bot traffic need not wait for a tenth of a second of modules. */
export async function loadConnect(options: {
  readonly bot: Bot | null;
  readonly token: (() => Promise<string>) | null;
  readonly patience: Patience;
}): Promise<Connect> {
  const { bot, token, patience } = options;
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } =
    await import('botbuilder');
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: bot?.id,
    MicrosoftAppTenantId: bot?.tenantId,
    MicrosoftAppType: bot?.type,
    MicrosoftAppPassword: bot?.password,
  });
  if (token) credentials.createCredentials = async () => signedWith(token);

  class Adapter extends CloudAdapter {
    async connectTo(serviceUrl: string): Promise<Conversations> {
      const us = this.createClaimsIdentity(bot?.id ?? '');
      const client = await this.botFrameworkAuthentication.createConnectorFactory(us).create(serviceUrl);
      // Hidden by the type alone. The options that should tame its retries are not read by the library.
      const { pipeline } = (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      // A redirect would carry the bot's token to a host that nobody named.
      pipeline.removePolicy({ name: 'redirectPolicy' });
      pipeline.addPolicy(patientPolicy(patience), { phase: 'Retry' });
      return client.conversations as unknown as Conversations;
    }
  }
  const adapter = new Adapter(new ConfigurationBotFrameworkAuthentication({}, credentials));
  return {
    to: (serviceUrl) => adapter.connectTo(serviceUrl),
    async sign() {
      if (token) return void (await token());
      const own = await credentials.createCredentials(bot?.id ?? '', audience, loginUrl, true);
      await (own as unknown as { getToken(): Promise<string> }).getToken();
    },
  };
}

// As the library asks for it with every call.
const audience = 'https://api.botframework.com';
const loginUrl = 'https://login.microsoftonline.com/botframework.com';

type Pipeline = {
  removePolicy(which: { readonly name: string }): unknown;
  addPolicy(policy: Policy, where: { readonly phase: 'Retry' }): void;
};

/** Signs each request with a token that comes from elsewhere. */
const signedWith = (token: () => Promise<string>) => ({
  async signRequest<Resource extends { headers: { set(name: string, value: string): void } }>(resource: Resource) {
    resource.headers.set('authorization', `Bearer ${await token()}`);
    return resource;
  },
});
