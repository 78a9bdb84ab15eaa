/* Ids are branded, so that a team cannot be handed where a person belongs. A brand is born here and in the contract's schemas. */

declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** An Entra tenant (`tid`), a lower-case GUID. */
export type TenantId = Id<'tenant'>;
/** A person within a tenant: the Entra object id (`oid`), a lower-case GUID. Never a name, mail or UPN. */
export type PersonId = Id<'person'>;
/** The thread id of the conversation whose roster decides who is in, e.g. `19:…@thread.tacv2`. */
export type TeamId = Id<'team'>;
/** A UUID, made when the form is opened: a resend or a double click can never make two. */
export type KudosId = Id<'kudos'>;
/** A UUID, made when the editor is opened. */
export type GoalId = Id<'goal'>;
/** A UUID of something that was added to a goal: a check-in, a comment, a note. */
export type EntryId = Id<'entry'>;
/** The local date of an hour, `YYYY-MM-DD`: there is one a day at most. */
export type HourDate = Id<'hour'>;
/** A UUID, made when the line is begun. */
export type TopicId = Id<'topic'>;
export type NoteId = Id<'note'>;
export type ActionItemId = Id<'actionItem'>;

/** A team is only ever meant within its tenant; the tenant comes from the token, never from a request. */
export type TeamRef = { readonly tenantId: TenantId; readonly teamId: TeamId };

/** Who asks, proven by a token or by Teams itself; which teams they are in is another question. */
export type Actor = {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly name: string;
  /** Looks after the service itself. In a team this means nothing. */
  readonly isAdministrator?: true;
};

/** Of nobody in particular: stands where a record of others needs somebody who is erased. */
export const someoneWhoLeftId = '00000000-0000-0000-0000-000000000000' as PersonId;

export const tenantId = (value: string) => value.toLowerCase() as TenantId;
export const personId = (value: string) => value.toLowerCase() as PersonId;
export const teamId = (value: string) => value as TeamId;
export const kudosId = (value: string) => value.toLowerCase() as KudosId;
export const goalId = (value: string) => value.toLowerCase() as GoalId;
export const entryId = (value: string) => value.toLowerCase() as EntryId;
export const hourDate = (value: string) => value as HourDate;
export const topicId = (value: string) => value.toLowerCase() as TopicId;
export const noteId = (value: string) => value.toLowerCase() as NoteId;
export const actionItemId = (value: string) => value.toLowerCase() as ActionItemId;
