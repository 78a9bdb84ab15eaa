import type { RefusalCode } from '../domain/refusal.ts';

/* What the bot says, as ICU messages. English is the type: a language that lacks a sentence does not compile. */

/** A new rule that says no needs a sentence here: what is so, and what to do. */
const refusals = {
  'refusal.kudos.toNobody': 'Choose at least one person to thank.',
  'refusal.kudos.toSelf': 'You are among those you want to thank. Leave yourself out, and it is fine.',
  'refusal.kudos.toTooMany': 'One thank-you reaches up to ten people. Choose fewer, or write a second one.',
  'refusal.kudos.notInTeam': 'Somebody you chose is not in this team any more. Choose again.',
  'refusal.kudos.tooFewWords': 'Say a little more: at least three words about what you are thankful for.',
  'refusal.kudos.tooLong': 'That is longer than fits. Shorten it a little.',
  'refusal.kudos.unknownValue': 'That value is not one of this team’s any more. Choose another one, or none.',
  'refusal.kudos.ratherNot':
    'Somebody you chose would rather not get kudos here. Nothing was sent. Perhaps tell them yourself.',
  'refusal.kudos.idTaken': 'This form was already used for another thank-you. Open a new one.',
  'refusal.kudos.takenBack': 'This thank-you was taken back. Open a new form to give another one.',
  'refusal.kudos.notYours': 'Only who gave it, or was thanked, can take it away.',
  'refusal.kudos.ownJoin': 'You are already part of this one.',
  'refusal.kudos.notOpenToJoin': 'This thank-you is not open for others to join.',
  'refusal.kudos.joinedByMany': 'So many have joined that there is no room left.',
  'refusal.values.ownersOnly': 'Owners of the team choose its values.',
  'refusal.values.twice': 'Two of the values have the same name.',
  'refusal.profile.notYours': 'Only the person themselves can change their profile.',
  'refusal.profile.unknownZone': 'This time zone is not known.',
  'refusal.profile.hoursTurned': 'The working hours end before they start.',
  'refusal.schedule.ownersOnly': 'Owners of the team choose the hour.',
  'refusal.schedule.unknownZone': 'This time zone is not known. Choose one from the list.',
  'refusal.goal.notYours': 'Only the person whose goal it is can change it.',
  'refusal.goal.closed': 'This goal is closed. Reopen it to go on with it.',
  'refusal.goal.idTaken': 'Something else was saved under this already. Open a new form.',
  'refusal.goal.notInTeam': 'Somebody you chose is not in this team any more. Choose again.',
  'refusal.goal.supportsSelf': 'It is your own goal. Choose others to support you.',
  'refusal.goal.notSupporter': 'This is for those who support the goal.',
  'refusal.goal.commentNotYours': 'Only who wrote it, or whose goal it is, can take it away.',
  'refusal.goal.ownAsk': 'It is your own ask.',
  'refusal.goal.helpersFull': 'So many have offered that there is no room left.',
  'refusal.goal.evidenceNotAboutYou': 'Choose kudos in which you were thanked.',
  'refusal.goal.evidenceFull': 'Twelve kudos fit on a goal. Take one off first.',
  'refusal.goal.reopenedOften': 'This goal was reopened ten times. Begin a new one.',
} satisfies Record<`refusal.${RefusalCode}`, string>;

export const en = {
  ...refusals,

  'names.others': 'others',
  'team.unnamedChat': 'Group chat',
  'team.unnamedTeam': 'This team',

  'calendar.title': 'People Hour, {team}',
  'calendar.text': 'An hour for each other. What we talk about stands in Teams, in the People Hour tab of {team}.',

  'form.title': 'Give kudos',
  'form.to.label': 'Whom do you want to thank?',
  'form.to.placeholder': 'Type a name',
  'form.to.missing': 'Choose at least one person.',
  'form.to.kept': 'The people you chose are kept.',
  'form.text.label': 'What for?',
  'form.text.placeholder': 'What they did, and why it mattered',
  'form.text.missing': 'Say what you are thankful for.',
  'form.effect.label': 'What did it change for you? (optional)',
  'form.value.label': 'Which of your team’s values does it show? (optional)',
  'form.value.none': 'None in particular',
  'form.audience':
    '{count, plural, one {The one member of {team} sees this.} other {The # members of {team} see this.}} If somebody you thank likes it quieter, fewer people do.',
  'form.author.notHere': '{name} is not in {team} and cannot be thanked here.',
  'form.send': 'Give kudos',

  'whichTeam.label': 'Which team does this thank-you belong to?',
  'whichTeam.missing': 'Choose a team.',
  'whichTeam.next': 'Next',
  'whichTeam.none':
    'Kudos belong to a team, and I do not know you in one yet. Add People Hour to one of your teams or group chats, then open this again.',

  'given.here': '{names} will find it here, and on the wall of {team}.',
  'given.private': 'Only you and {names} see this. I tell them one to one, and it stays on the wall for you both.',
  'given.hour': 'This waits for the next hour of {team}. Until then only you see it.',
  'given.elsewhere': 'Your thank-you is on the wall of {team}, and I post it in its conversation.',

  'trouble.away': 'I cannot reach what I need right now. Nothing is lost. Please try again in a moment.',
  'trouble.notThere': 'This team is not here any more, or you are not in it.',
  'trouble.form': 'This form is not complete any more. Please open a new one.',
  'trouble.unknown': 'Something went wrong on my side. Nothing was sent twice. Please try again.',

  'card.title': '{from} thanks {to}',
  'card.effect': 'What it changed',
  'card.joined': 'Me too: {names}',
  'card.join': 'Me too',
  'card.wall': 'See the wall',
  'card.message': 'See the message',
  'card.private': 'This is just between you.',
  'card.gone': 'This thank-you is no longer here.',
  'card.notThere': 'This thank-you is no longer here, or not for you to see.',

  'search.none': 'No kudos found. Try a name, a value or a word.',
  'search.none.outside': 'No kudos found. Outside a team I look only through those that you gave or received yourself.',
  'search.preview.team': '{team}: {text}',

  'help.title': 'Thank somebody, and the team can see it',
  'help.team': 'Write “kudos @Name for …” here, or use Give kudos below any message box.',
  'help.personal': 'Write “kudos”, or use Give kudos below the message box of any chat or channel.',
  'help.find': 'Find kudos, next to it, looks through your team’s thank-yous by name, value or word.',
  'help.wish': 'How you like to be thanked yourself can be set in the People Hour tab.',
  'help.give': 'Give kudos',
  'hello.title': 'Hello {name}',
  'hello.title.plain': 'Hello',
  'other.title': 'I did not understand that, but here is what I can do',

  'start.title': 'A thank-you for {names}',
  'start.title.plain': 'Whom do you want to thank?',
  'start.text': 'Nothing is sent yet. The form opens with what you wrote.',
  'start.text.plain': 'Nothing is sent until you have filled in the form.',
  'start.notHere': 'I left out who is not in this team.',
  'start.open': 'Open the form',

  'welcome.title': 'People Hour is here',
  'welcome.by': '{name} added me to {team}.',
  'welcome.plain': 'I was added to {team}.',
  'welcome.text':
    'From now on you can thank each other here: with Give kudos below the message box, or by writing “kudos @Name for …” to me. Everybody in {team} finds it on one wall.',
  'welcome.quiet': 'I write here only when somebody is thanked.',
  'welcome.personal':
    'With me you can thank people in the teams you share. Use Give kudos below the message box of any chat or channel, or write “kudos” here.',
} as const;

export type TextKey = keyof typeof en;
