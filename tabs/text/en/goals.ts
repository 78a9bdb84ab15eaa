/* What the goals room says. */
export const goals = {
  'goals.title': 'My goals',
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
} as const;
