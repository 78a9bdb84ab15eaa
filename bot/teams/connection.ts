import type { Meter } from '../app/meter.ts';
import type { PersonMessenger } from '../app/personalPorts.ts';
import type { KudosMessenger } from '../app/kudosPorts.ts';
import type { Links, Log, RosterSource } from '../app/ports.ts';
import type { HourMessenger } from '../app/reminderPorts.ts';
import type { TenantId } from '../domain/ids.ts';
import { createAccountOf } from './accountOf.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { type Admit, createAdmission } from './admission.ts';
import { createBotTokenVerifier } from './botToken.ts';
import { type Connector, createConnector } from './connector.ts';
import type { Bot } from './connectorClient.ts';
import { connectorKeys } from './connectorKeys.ts';
import { createHourMessenger } from './hourMessenger.ts';
import { createMessenger } from './messenger.ts';
import { createPersonMessenger } from './personMessenger.ts';
import { type Patience, usualPatience } from './patience.ts';
import { createRosters } from './roster.ts';
import { namedHosts, onlyThisMachine } from './serviceHosts.ts';
import { createSilence, type Silence } from './silence.ts';

export type TeamsOptions = {
  /** `null` is local mode: any connector on this machine, no tokens, nothing else. */
  readonly bot: Bot | null;
  readonly serviceHosts: readonly string[];
  readonly openIdMetadataUrl: string;
  readonly allowedTenants: readonly TenantId[];
  readonly appUrl: string;
  readonly links: Links;
  readonly log: Log;
  readonly meter?: Meter;
  /** Where the bot's own token comes from, when not from its managed identity or secret. */
  readonly token?: () => Promise<string>;
  readonly patience?: Partial<Patience>;
};

/** Teams, towards the use cases; `inside` is for this room alone. */
export type TeamsConnection = {
  /** That the bot can prove who it is: with its managed identity, or its secret. */
  readonly sign: () => Promise<void>;
  readonly rosters: RosterSource;
  readonly messenger: KudosMessenger;
  readonly hourMessenger: HourMessenger;
  readonly personMessenger: PersonMessenger;
  readonly inside: Inside;
};

export type Inside = {
  readonly isLocal: boolean;
  readonly admit: Admit;
  readonly connector: Connector;
  readonly accounts: Accounts;
  readonly silence: Silence;
  readonly links: Links;
  readonly appUrl: string;
  readonly log: Log;
};

/** Nothing is connected or loaded before it is needed. */
export function connectToTeams(options: TeamsOptions): TeamsConnection {
  const { bot, links, log } = options;
  const mayReach = bot ? namedHosts(options.serviceHosts) : onlyThisMachine;
  const verify = bot ? createBotTokenVerifier(bot.id, connectorKeys(options.openIdMetadataUrl)) : async () => null;
  const admit = createAdmission({ verify, mayReach, tenants: options.allowedTenants, log });
  const patience = { ...usualPatience, ...options.patience };
  const connector = createConnector({ bot, token: options.token ?? null, patience, mayReach, meter: options.meter });
  const accounts = createAccounts();
  const silence = createSilence();
  const accountOf = createAccountOf({ connector, accounts });
  return {
    sign: connector.sign,
    rosters: createRosters(connector, accounts),
    messenger: createMessenger({ connector, accountOf, silence, links, log }),
    hourMessenger: createHourMessenger({ connector, silence, links, log }),
    personMessenger: createPersonMessenger({ connector, accountOf, silence, links, log }),
    inside: { isLocal: bot === null, admit, connector, accounts, silence, links, appUrl: options.appUrl, log },
  };
}
