/* For whoever looks after the service. */
export const setup = {
  'setup.title': 'Set-up',
  'setup.lead': 'What this service needs, and whether it is there. Nothing of any team is shown here.',
  'setup.allGood': 'Everything is there.',
  'setup.some': '{count, plural, one {One thing needs a look.} other {# things need a look.}}',
  'setup.again': 'Look again',
  'setup.state.good': 'Fine',
  'setup.state.wrong': 'Needs a look',
  'setup.state.waiting': 'Not yet',
  'setup.part.address': 'The address of the tab',
  'setup.part.signIn': 'Sign-in',
  'setup.part.tables': 'Tables',
  'setup.part.queues': 'Queues',
  'setup.part.exports': 'Nightly exports',
  'setup.part.bot': 'The bot',
  'setup.part.teams': 'Teams',
  'setup.heard': 'Last heard from on {when}',
  'setup.mend.address':
    'The service cannot reach itself at this address. Check APP_URL, the DNS records and the certificate.',
  'setup.mend.signIn': 'Entra does not answer. Check AAD_APP_TENANT_IDS, and that the network lets the service out.',
  'setup.mend.storage':
    'This part of the storage account does not answer. Check STORAGE_ACCOUNT_NAME and the rules of its network.',
  'setup.mend.role': 'The service may not write here. Give its identity this role; it can take half an hour to arrive.',
  'setup.mend.bot':
    'The bot gets no token of its own, or the Bot Connector does not answer. Check BOT_ID, BOT_TENANT_ID and BOT_TYPE, and that the identity belongs to the app.',
  'setup.mend.teams':
    'Teams has not called yet. Add the app to a team. If nothing changes, check that the bot’s endpoint ends in /api/messages and that its Teams channel is on.',
  'setup.outside.title': 'People Hour is running',
  'setup.outside.text': 'What is set up in detail is shown to administrators, in Teams.',
  'setup.outside.open': 'Open in Teams',
  'setup.outside.good': 'Storage, sign-in and the Bot Connector answer.',
  'setup.outside.missing': 'Not answering yet: {parts}.',
  'setup.outside.silent': 'The service does not say how it is. Try again in a moment.',
  'setup.closed':
    'This page is for administrators: a global or Teams administrator of the home tenant, or who has the role Administrator of People Hour in Entra (Enterprise applications, Users and groups).',
} as const;
