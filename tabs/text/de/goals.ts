import type { goals as english } from '../en/goals.ts';

export const goals = {
  'goals.title': 'Meine Ziele',
  'refusal.goal.notYours': 'Ein Ziel ändert nur, wem es gehört.',
  'refusal.goal.closed': 'Dieses Ziel ist abgeschlossen. Öffne es wieder, um weiterzumachen.',
  'refusal.goal.idTaken': 'Darunter ist schon etwas anderes gespeichert. Öffne ein neues Formular.',
  'refusal.goal.notInTeam': 'Jemand, den du ausgewählt hast, ist nicht mehr in diesem Team. Wähle neu.',
  'refusal.goal.supportsSelf': 'Es ist dein eigenes Ziel. Wähle andere, die dich unterstützen.',
  'refusal.goal.notSupporter': 'Das ist für die, die das Ziel unterstützen.',
  'refusal.goal.commentNotYours': 'Nur wer das geschrieben hat oder wem das Ziel gehört, kann es entfernen.',
  'refusal.goal.ownAsk': 'Es ist deine eigene Bitte.',
  'refusal.goal.helpersFull': 'So viele haben schon Hilfe angeboten, dass kein Platz mehr ist.',
  'refusal.goal.evidenceNotAboutYou': 'Wähle Kudos, in denen dir gedankt wurde.',
  'refusal.goal.evidenceFull': 'Zwölf Kudos passen an ein Ziel. Nimm zuerst eines ab.',
  'refusal.goal.reopenedOften': 'Dieses Ziel wurde zehnmal wieder geöffnet. Beginne ein neues.',
} satisfies Record<keyof typeof english, string>;
