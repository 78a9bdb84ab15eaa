import type { setup as english } from '../en/setup.ts';

export const setup = {
  'setup.title': 'Einrichtung',
  'setup.lead': 'Was dieser Dienst braucht und ob es da ist. Von keinem Team ist hier etwas zu sehen.',
  'setup.allGood': 'Alles ist da.',
  'setup.some': '{count, plural, one {Ein Punkt braucht einen Blick.} other {# Punkte brauchen einen Blick.}}',
  'setup.again': 'Noch einmal nachsehen',
  'setup.state.good': 'In Ordnung',
  'setup.state.wrong': 'Braucht einen Blick',
  'setup.state.waiting': 'Noch nicht',
  'setup.part.address': 'Die Adresse der Registerkarte',
  'setup.part.signIn': 'Anmeldung',
  'setup.part.tables': 'Tabellen',
  'setup.part.queues': 'Warteschlangen',
  'setup.part.exports': 'Nächtliche Exporte',
  'setup.part.bot': 'Der Bot',
  'setup.part.teams': 'Teams',
  'setup.heard': 'Zuletzt gehört am {when}',
  'setup.mend.address':
    'Unter dieser Adresse erreicht der Dienst sich selbst nicht. Prüfe APP_URL, die DNS-Einträge und das Zertifikat.',
  'setup.mend.signIn': 'Entra antwortet nicht. Prüfe AAD_APP_TENANT_IDS und ob das Netz den Dienst hinauslässt.',
  'setup.mend.storage':
    'Dieser Teil des Speicherkontos antwortet nicht. Prüfe STORAGE_ACCOUNT_NAME und die Regeln seines Netzes.',
  'setup.mend.role':
    'Der Dienst darf hier nicht schreiben. Gib seiner Identität diese Rolle; bis sie ankommt, kann eine halbe Stunde vergehen.',
  'setup.mend.bot':
    'Der Bot bekommt kein eigenes Token, oder der Bot Connector antwortet nicht. Prüfe BOT_ID, BOT_TENANT_ID und BOT_TYPE und ob die Identität zur App gehört.',
  'setup.mend.teams':
    'Teams hat sich noch nicht gemeldet. Füge die App einem Team hinzu. Ändert sich nichts, prüfe, ob der Endpunkt des Bots auf /api/messages endet und sein Teams-Kanal eingeschaltet ist.',
  'setup.outside.title': 'People Hour läuft',
  'setup.outside.text': 'Was im Einzelnen eingerichtet ist, sehen Administratorinnen und Administratoren in Teams.',
  'setup.outside.open': 'In Teams öffnen',
  'setup.outside.good': 'Speicher, Anmeldung und Bot Connector antworten.',
  'setup.outside.missing': 'Antwortet noch nicht: {parts}.',
  'setup.outside.silent': 'Der Dienst sagt nicht, wie es ihm geht. Versuche es gleich noch einmal.',
  'setup.closed':
    'Diese Seite ist für die Administration: globale und Teams-Administratorinnen und -Administratoren des eigenen Mandanten, oder wer in Entra die Rolle Administrator von People Hour hat (Unternehmensanwendungen, Benutzer und Gruppen).',
} satisfies Record<keyof typeof english, string>;
