import type { TextKey } from './en.ts';

export const de = {
  'refusal.kudos.toNobody': 'Wähle mindestens eine Person aus, der du danken möchtest.',
  'refusal.kudos.toSelf': 'Du bist selbst unter denen, denen du danken möchtest. Lass dich weg, dann passt es.',
  'refusal.kudos.toTooMany': 'Ein Dank erreicht bis zu zehn Personen. Wähle weniger aus oder schreib einen zweiten.',
  'refusal.kudos.notInTeam': 'Jemand von denen, die du ausgewählt hast, ist nicht mehr in diesem Team. Wähle neu aus.',
  'refusal.kudos.tooFewWords': 'Sag etwas mehr: mindestens drei Wörter dazu, wofür du dankbar bist.',
  'refusal.kudos.tooLong': 'Das ist länger, als hier Platz ist. Kürze es ein wenig.',
  'refusal.kudos.unknownValue':
    'Dieser Wert gehört nicht mehr zu denen des Teams. Wähle einen anderen aus oder gar keinen.',
  'refusal.kudos.ratherNot':
    'Jemand von denen, die du ausgewählt hast, möchte hier lieber keine Kudos. Es wurde nichts gesendet. Vielleicht sagst du es persönlich.',
  'refusal.kudos.idTaken': 'Mit diesem Formular wurde schon einmal gedankt. Öffne ein neues.',
  'refusal.kudos.takenBack': 'Dieser Dank wurde zurückgenommen. Öffne ein neues Formular, um wieder zu danken.',
  'refusal.kudos.notYours': 'Entfernen kann ihn nur, wer gedankt hat oder wem gedankt wurde.',
  'refusal.kudos.ownJoin': 'Du gehörst hier schon dazu.',
  'refusal.kudos.notOpenToJoin': 'Diesem Dank können sich andere nicht anschließen.',
  'refusal.kudos.joinedByMany': 'So viele haben sich schon angeschlossen, dass kein Platz mehr ist.',
  'refusal.values.ownersOnly': 'Die Werte wählen die Besitzer des Teams aus.',
  'refusal.values.twice': 'Zwei der Werte heißen gleich.',
  'refusal.profile.notYours': 'Ein Profil ändert nur die Person selbst.',
  'refusal.profile.unknownZone': 'Diese Zeitzone ist nicht bekannt.',
  'refusal.profile.hoursTurned': 'Die Arbeitszeit endet, bevor sie beginnt.',

  'names.others': 'andere',
  'team.unnamedChat': 'Gruppenchat',
  'team.unnamedTeam': 'Dieses Team',

  'form.title': 'Kudos geben',
  'form.to.label': 'Wem möchtest du danken?',
  'form.to.placeholder': 'Namen eingeben',
  'form.to.missing': 'Wähle mindestens eine Person aus.',
  'form.to.kept': 'Deine Auswahl der Personen bleibt erhalten.',
  'form.text.label': 'Wofür?',
  'form.text.placeholder': 'Was passiert ist und warum es gut war',
  'form.text.missing': 'Sag, wofür du dankbar bist.',
  'form.effect.label': 'Was hat es für dich verändert? (freiwillig)',
  'form.value.label': 'Welcher Wert eures Teams steckt darin? (freiwillig)',
  'form.value.none': 'Keiner im Besonderen',
  'form.audience':
    '{count, plural, one {Das sieht das eine Mitglied von {team}.} other {Das sehen die # Mitglieder von {team}.}} Mag es jemand, dem du dankst, lieber leiser, sind es weniger.',
  'form.author.notHere': '{name} ist nicht in {team}; hier kannst du dieser Person nicht danken.',
  'form.send': 'Kudos geben',

  'whichTeam.label': 'Zu welchem Team gehört dieser Dank?',
  'whichTeam.missing': 'Wähle ein Team aus.',
  'whichTeam.next': 'Weiter',
  'whichTeam.none':
    'Kudos gehören zu einem Team, und ich kenne dich noch in keinem. Füge People Hour zu einem deiner Teams oder Gruppenchats hinzu und öffne das hier noch einmal.',

  'given.here': 'Für {names} steht es hier und an der Wand von {team}.',
  'given.private':
    'Das seht nur ihr: du und {names}. Ich sage es unter vier Augen, und es bleibt für euch an der Wand.',
  'given.hour': 'Das wartet auf die nächste Stunde von {team}. Bis dahin siehst nur du es.',
  'given.elsewhere': 'Dein Dank hängt an der Wand von {team}, und ich schreibe ihn dort in die Unterhaltung.',

  'trouble.away': 'Ich erreiche gerade nicht, was ich brauche. Es ist nichts verloren. Versuch es gleich noch einmal.',
  'trouble.notThere': 'Dieses Team gibt es hier nicht mehr, oder du bist nicht darin.',
  'trouble.form': 'Dieses Formular ist nicht mehr vollständig. Öffne bitte ein neues.',
  'trouble.unknown': 'Bei mir ist etwas schiefgegangen. Doppelt gesendet wurde nichts. Versuch es bitte noch einmal.',

  'card.title': '{from} dankt {to}',
  'card.effect': 'Was es verändert hat',
  'card.joined': 'Auch dankbar: {names}',
  'card.join': 'Ich auch',
  'card.wall': 'Zur Wand',
  'card.message': 'Zur Nachricht',
  'card.private': 'Das bleibt unter euch.',
  'card.gone': 'Dieser Dank ist nicht mehr hier.',
  'card.notThere': 'Dieser Dank ist nicht mehr hier oder nicht für dich bestimmt.',

  'search.none': 'Keine Kudos gefunden. Versuch es mit einem Namen, einem Wert oder einem Wort.',
  'search.none.outside':
    'Keine Kudos gefunden. Außerhalb eines Teams suche ich nur unter denen, die du selbst gegeben oder bekommen hast.',
  'search.preview.team': '{team}: {text}',

  'help.title': 'Danke sagen, und das Team sieht es',
  'help.team': 'Schreib hier „kudos @Name für …“ oder nimm „Kudos geben“ unter dem Nachrichtenfeld.',
  'help.personal': 'Schreib „kudos“ oder nimm „Kudos geben“ unter dem Nachrichtenfeld eines Chats oder Kanals.',
  'help.find': 'Gleich daneben sucht „Kudos finden“ im Dank deines Teams: nach Name, Wert oder Wort.',
  'help.wish': 'Wie man dir am liebsten dankt, stellst du in der Registerkarte People Hour ein.',
  'help.give': 'Kudos geben',
  'hello.title': 'Hallo {name}',
  'hello.title.plain': 'Hallo',
  'other.title': 'Das habe ich nicht verstanden, aber das hier kann ich',

  'start.title': 'Ein Dank an {names}',
  'start.title.plain': 'Wem möchtest du danken?',
  'start.text': 'Es ist noch nichts gesendet. Das Formular öffnet sich mit dem, was du geschrieben hast.',
  'start.text.plain': 'Gesendet wird erst, wenn du das Formular ausgefüllt hast.',
  'start.notHere': 'Wer nicht in diesem Team ist, ist nicht dabei.',
  'start.open': 'Formular öffnen',

  'welcome.title': 'People Hour ist da',
  'welcome.by': '{name} hat mich zu {team} hinzugefügt.',
  'welcome.plain': 'Ich wurde zu {team} hinzugefügt.',
  'welcome.text':
    'Ab jetzt könnt ihr euch hier danken: mit „Kudos geben“ unter dem Nachrichtenfeld, oder schreibt mir „kudos @Name für …“. Alle in {team} finden es an einer Wand.',
  'welcome.quiet': 'Ich melde mich hier nur, wenn jemandem gedankt wird.',
  'welcome.personal':
    'Mit mir kannst du Menschen in euren gemeinsamen Teams danken. Nimm „Kudos geben“ unter dem Nachrichtenfeld eines Chats oder Kanals, oder schreib hier „kudos“.',
} satisfies Record<TextKey, string>;
