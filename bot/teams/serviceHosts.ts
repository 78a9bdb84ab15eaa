/** Whether the bot may send a request to a service URL, and with it its own token. */
export type MayReach = (serviceUrl: string) => boolean;

/** Only hosts that an operator has named: `smba.trafficmanager.net`, `*.teams.microsoft.com`, with a port where it matters. */
export function namedHosts(hosts: readonly string[]): MayReach {
  const named = hosts.map((host) => host.trim().toLowerCase());
  return (serviceUrl) => {
    const url = parsed(serviceUrl);
    if (!url || (url.protocol !== 'https:' && !isLoopback(url))) return false;
    return named.some((host) => (host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host));
  };
}

/** Local mode: any connector on this machine, none anywhere else. */
export const onlyThisMachine: MayReach = (serviceUrl) => {
  const url = parsed(serviceUrl);
  return url !== null && isLoopback(url);
};

function parsed(serviceUrl: string): URL | null {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : null;
  // A name and password in front of a host, or anything behind a path, is nothing that Teams sends.
  if (!url || url.username || url.password || url.search || url.hash) return null;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

const isLoopback = ({ hostname }: URL) => hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
