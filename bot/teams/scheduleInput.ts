import { z } from 'zod';
import { scheduleBodySchema } from '../contract/schedule.ts';
import { scheduleLimits, type Schedule } from '../domain/schedule.ts';
import { postKinds, type TypedSchedule } from './cards/scheduleForm.ts';
import { teamPickSchema } from './hourInput.ts';
import { shortened } from './kudosFormInput.ts';
import { BadForm, Mistake } from './turn.ts';

/* What comes back from the form about a team's hour. A card is input like any other. */

const typedField = z.union([z.string(), z.number().transform(String)]).nullish();

export const slotSentSchema = teamPickSchema.extend({
  step: z.literal('slot'),
  startOn: z.string(),
  everyWeeks: z.number(),
  version: z.string().nullish(),
  postsVersion: z.string().nullish(),
  weekday: typedField,
  time: typedField,
  zone: typedField,
  minutes: typedField,
  meeting: typedField,
  meetingMinutes: typedField,
  /** Several are sent as one text, with commas. Not there when the form did not ask. */
  posts: z.string().nullish(),
});
export type SlotSent = z.output<typeof slotSentSchema>;

export const slotTeamSchema = teamPickSchema.extend({ step: z.literal('slotTeam') });

export const typedSlot = (sent: SlotSent): TypedSchedule => ({
  weekday: shortened(sent.weekday ?? '', 1),
  time: z.iso.time({ precision: -1 }).safeParse(sent.time).data ?? '',
  zone: shortened(sent.zone ?? '', 64),
  minutes: shortened(sent.minutes ?? '', 3),
  meeting: shortened(sent.meeting ?? '', scheduleLimits.name),
  meetingMinutes: shortened(sent.meetingMinutes ?? '', 3),
  posts: sent.posts === undefined || sent.posts === null ? null : postsIn(sent.posts),
});

const postsIn = (posts: string) => postKinds.filter((kind) => posts.split(',').includes(kind));

/** @throws Mistake @throws BadForm */
export function scheduleIn(sent: SlotSent, typed: TypedSchedule): Schedule {
  const { weekday, time, zone, minutes, meeting, meetingMinutes } = typed;
  const parsed = scheduleBodySchema.safeParse({
    weekday: Number(weekday),
    time,
    timeZone: zone,
    minutes: Number(minutes),
    everyWeeks: sent.everyWeeks,
    startOn: sent.startOn,
    replaces: meeting === '' ? null : { name: meeting, minutes: Number(meetingMinutes) },
  });
  if (parsed.success) return parsed.data;
  const [field, part] = parsed.error.issues[0]!.path;
  if (field === 'time') throw new Mistake('slot.time.missing');
  if (field === 'timeZone') throw new Mistake('slot.zone.missing');
  if (field === 'minutes') throw new Mistake('slot.minutes.wrong');
  if (field === 'replaces') throw new Mistake(part === 'minutes' ? 'slot.meetingMinutes.wrong' : 'form.tooLong');
  throw new BadForm();
}
