import { useSearch } from 'wouter';

/** Addresses inside the tab keep the team that was chosen in the personal app. */
export function useTeamLink() {
  const team = new URLSearchParams(useSearch()).get('team');
  return (path: string, search: Readonly<Record<string, string>> = {}): string => {
    const query = new URLSearchParams({ ...(team && { team }), ...search });
    return query.size > 0 ? `${path}?${query}` : path;
  };
}
