import type { WholeHour } from '../app/hourReading.ts';
import { NotFound } from '../app/ports.ts';
import { minutesAfter } from '../domain/time.ts';
import { createText } from '../text/text.ts';
import { type Address, addressOf, addressText } from './address.ts';
import { type MeetingDeed, meetingCard } from './cards/meetingCards.ts';
import { nextHoursOfMine, pageOf } from './nextHours.ts';
import { keyOf, kindOf, refOf } from './teamRecords.ts';
import { type PersonalTurn, report, type Room } from './turn.ts';

const deeds: Readonly<Record<string, MeetingDeed>> = {
  'application/vnd.microsoft.meetingStart': 'open',
  'application/vnd.microsoft.meetingEnd': 'close',
};

// People come a little early, and Teams calls that the beginning.
const earlyInMinutes = 30;

/**
 * A meeting began or ended: the hour can be opened, or closed, from its chat. Never needed, for not every meeting tells us.
 * https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis#receive-real-time-teams-meeting-events
 */
export function createMeetings(room: Room) {
  const { connector, useCases } = room;
  const { team: teams, hours } = useCases;
  const made = new Set<string>();

  async function happened(turn: PersonalTurn): Promise<void> {
    const name = turn.activity.name ?? '';
    if (!Object.hasOwn(deeds, name)) return;
    const deed = deeds[name]!;
    const ref = await refOf(turn);
    const record = ref && (await teams.recordOf(ref));
    const address = record && addressOf(record);
    if (!record || !address) return;
    const whole = await hourOf(turn, deed);
    if (!whole) return;
    const offer = `${deed} ${whole.visit.ref.teamId} ${whole.hour.date}`;
    if (address.offered?.includes(offer) || !mayOffer(`${keyOf(ref)} ${offer}`)) return;
    // Written down first: an offer lost is better than one made twice.
    const offered = [...(address.offered ?? []), offer].slice(-maxRemembered);
    const { kind, name: calledHere } = record.team;
    await teams.installed(ref, { kind, name: calledHere, address: addressText({ ...address, offered }) });
    await post(turn, address, deed, whole);
  }

  /** What is written down is read by the next event; this is for those that come at the same moment. */
  function mayOffer(offer: string): boolean {
    if (made.has(offer)) return false;
    if (made.size > 10_000) made.clear();
    made.add(offer);
    return true;
  }

  /** The hour of this conversation's team, or else the only one that is due for who began the meeting: its chat may be any team's. */
  async function hourOf(turn: PersonalTurn, deed: MeetingDeed): Promise<WholeHour | null> {
    const own = await ownHour(turn);
    if (own) return isDue(own, deed) ? own : null;
    const due = (await nextHoursOfMine(turn, room)).hours.filter((hour) => isDue(hour, deed));
    return due.length === 1 ? due[0]! : null;
  }

  async function ownHour({ actor, teamId }: PersonalTurn): Promise<WholeHour | null> {
    const id = await teamId();
    try {
      return id && (await hours.screen(actor, id)).hour;
    } catch (trouble) {
      if (trouble instanceof NotFound) return null;
      throw trouble;
    }
  }

  async function post(turn: PersonalTurn, address: Address, deed: MeetingDeed, { visit, hour }: WholeHour) {
    const text = createText(address.language);
    const { teamId: team } = visit.ref;
    const card = meetingCard(text, deed, { team, date: hour.date, page: pageOf(turn, room, { id: team }) });
    const message = { card, summary: text(`meeting.${deed}.ask`) };
    const { postIn } = turn.address;
    const isChannel = kindOf(turn, visit.ref.teamId) !== 'groupChat' && !postIn.includes(';messageid=');
    await (
      isChannel ? connector.startThread(turn.address, postIn, message) : connector.post(turn.address, postIn, message)
    ).catch((trouble) => report(trouble, room));
  }

  return { happened };
}

// The opening and the closing of two hours: the same meeting may be told about again for days.
const maxRemembered = 4;

function isDue({ hour, now }: WholeHour, deed: MeetingDeed): boolean {
  if (deed === 'close') return hour.status === 'open';
  return hour.status === 'planned' && now >= minutesAfter(hour.startsAt, -earlyInMinutes) && now < hour.endsAt;
}
