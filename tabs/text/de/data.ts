import type { data as english } from '../en/data.ts';

export const data = {
  'data.mine': 'Deine Daten',
  'data.mine.text':
    'Alles, was du in allen deinen Teams geschrieben und angegeben hast, als eine Datei, die du lesen und behalten kannst.',
  'data.mine.download': 'Kopie herunterladen',
  'data.mine.audience': 'Nur du bekommst diese Datei',
  'data.mine.erase':
    'Du kannst auch alles löschen lassen. Bevor etwas geschieht, liest du, was verschwindet und was bleibt.',
  'data.erase.open': 'Mich löschen',
  'data.file.making': 'Die Kopie wird erstellt',
  'data.file.handedOver': '{file} ist auf dem Weg in deine Downloads.',
  'data.file.notKept':
    'Teams auf Telefon und Tablet behält keine Dateien. Hier steht alles zum Kopieren; am Computer kannst du es herunterladen.',
  'data.file.show': 'Nicht da? Hier anzeigen',
  'data.file.copy': 'Alles kopieren',
  'data.file.copied': 'Kopiert.',
  'data.file.selected': 'Alles ist markiert. Kopiere es, wie du es sonst tust.',
  'data.file.failed': 'Die Kopie konnte nicht erstellt werden.',
  'data.gone.working': 'Das kann eine Minute dauern. Bitte lass die Seite offen.',
  'data.erase.title': 'Alles von dir löschen?',
  'data.erase.goes': 'Was verschwindet, in allen deinen Teams',
  'data.erase.goes.profile': 'Was du über dich erzählt hast, deine Wünsche und deine Erinnerungen',
  'data.erase.goes.goals':
    'Deine Ziele mit allem, was dazugehört, und deine Kommentare und Angebote bei Zielen anderer',
  'data.erase.goes.kudos': 'Dank, den du gegeben hast, und Dank an dich allein',
  'data.erase.goes.hours': 'Deine Themen, Zeilen, Aufgaben und Statuszeilen',
  'data.erase.stays': 'Was bleibt, ohne dich',
  'data.erase.stays.decisions':
    'Entscheidungen, die du notiert hast, und Stunden, die du moderiert hast: von „jemand, der nicht mehr da ist“',
  'data.erase.stays.kudos': 'Dank an dich und andere zusammen: für die anderen',
  'data.erase.stays.words': 'Worte anderer, in denen du vorkommst: ohne deinen vollen Namen',
  'data.erase.then': 'Danach',
  'data.erase.then.never': 'Niemand kann es zurückholen, auch keine Administration.',
  'data.erase.then.exports': 'Nächtliche Kopien des Dienstes vergessen dich innerhalb von 30 Tagen.',
  'data.erase.then.anew':
    'In Teams bist du weiter im Team. Wenn du diese Seite wieder öffnest, fängst du mit nichts an.',
  'data.erase.act': 'Mich endgültig löschen',
  'data.erase.failed': 'Es ist nicht sicher, dass alles weg ist. Lass dich noch einmal löschen; zweimal schadet nicht.',
  'data.gone.me': 'Alles von dir ist weg',
  'data.gone.me.text':
    'Es ist hier gelöscht, in allen deinen Teams. Wo du früher in einem Team warst, wird der Rest spätestens heute Nacht gesucht. Du kannst diese Seite schließen.',
  'data.gone.me.again': 'Neu anfangen',
  'data.team': 'Die Daten des Teams',
  'data.team.text':
    'Alles, was alle Mitglieder von {team} sehen können, als eine Datei. Was nur einige sehen, bleibt bei ihnen.',
  'data.team.download': 'Kopie des Teams herunterladen',
  'data.team.end': 'Besitzer können auch alles vom Team löschen. Es sind 30 Tage Zeit, es sich anders zu überlegen.',
  'data.end.open': 'Daten des Teams löschen',
  'data.end.title': 'Alles von {team} löschen?',
  'data.end.goes': 'Was verschwindet',
  'data.end.goes.all':
    '{count, plural, one {Aller Dank, alle Stunden, Themen, Aufgaben und Ideen des einen Mitglieds} other {Aller Dank, alle Stunden, Themen, Aufgaben und Ideen aller # Mitglieder}}',
  'data.end.goes.private': 'Auch was nur ihnen gehört: Profile, Ziele und privater Dank',
  'data.end.until': 'In den nächsten 30 Tagen',
  'data.end.until.on': 'Alles geht weiter wie bisher. Jeder Besitzer kann es noch behalten.',
  'data.end.until.told':
    '{count, plural, one {Das eine Mitglied liest über jeder Seite, wann es endet, und kann das Eigene herunterladen.} other {Alle # Mitglieder lesen über jeder Seite, wann es endet, und können das Eigene herunterladen.}}',
  'data.end.then': 'Danach',
  'data.end.then.never': 'Es ist weg, und niemand kann es zurückholen.',
  'data.end.then.teams': 'Das Team in Microsoft Teams bleibt, wie es ist. Nur was in People Hour steht, verschwindet.',
  'data.end.act': 'In 30 Tagen löschen',
  'data.end.failed': 'Es wurde nichts gelöscht.',
  'data.ends': 'Alles hier wird gelöscht: {date}.',
  'data.ends.by': '{who, select, me {Du wolltest es so.} other {{person} wollte es so.}}',
  'data.ends.settings': 'Das Eigene in den Einstellungen herunterladen',
  'data.keep': 'Alles behalten',
  'data.keep.failed': 'Es ist noch nicht behalten.',
  'data.kept': 'Alles bleibt.',
  'data.now.open': 'Sofort löschen',
  'data.now.title': 'Alles von {team} sofort löschen?',
  'data.now.never': 'Sobald du auf den Knopf drückst, ist es weg, und niemand kann es zurückholen.',
  'data.now.act': 'Sofort löschen',
  'data.gone.team': 'Alles vom Team ist weg',
  'data.gone.team.text':
    'In People Hour ist nichts mehr davon. Nächtliche Kopien des Dienstes vergessen es innerhalb von 30 Tagen. Um People Hour hier wieder zu nutzen, füge es dem Team noch einmal hinzu.',
  'data.gone.team.again': 'Weiter',
} satisfies Record<keyof typeof english, string>;
