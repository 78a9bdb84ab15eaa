/* The files of the toolkit hold `${{NAMES}}`, which it replaces from env/.env.<environment> and from what it made itself. */

const placeholder = /\$\{\{ *(\w+) *\}\}/g;

export const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(placeholder)].map(([, name]) => name!)),
];

/** As the toolkit would fill it in; ids are ids, everything else is a host or a name. */
export const filled = (text: string): string => text.replace(placeholder, (_, name: string) => examples[name] ?? name);

const examples: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: 'aaaaaaaa-0000-4000-8000-000000000001',
  AAD_APP_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000001',
  AAD_APP_OBJECT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
  AAD_APP_ACCESS_AS_USER_PERMISSION_ID: 'aaaaaaaa-0000-4000-8000-000000000003',
  BOT_ID: 'bbbbbbbb-0000-4000-8000-000000000001',
  TAB_DOMAIN: 'people-hour.contoso.com',
  DEVELOPER_NAME: 'Contoso',
  DEVELOPER_WEBSITE_URL: 'https://contoso.com/help',
  DEVELOPER_PRIVACY_URL: 'https://contoso.com/privacy',
  DEVELOPER_TERMS_URL: 'https://contoso.com/terms',
};
