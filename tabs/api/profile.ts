import { paths } from '#contract/paths';
import type { ProfileBody, ProfileView } from '#contract/profile';
import { queryOptions } from '@tanstack/react-query';
import { type Answer, get, send } from './client.ts';
import { teamKey } from './team.ts';

/** What I told a team about myself, with the version that a change is based on. Settings and the people room both speak of it. */
export const myProfile = (teamId: string) =>
  queryOptions({
    queryKey: [...teamKey(teamId), 'profile', 'me'] as const,
    queryFn: ({ signal }) => readProfile(teamId, signal),
  });

/** As it is at this moment. */
export const readProfile = (teamId: string, signal?: AbortSignal): Promise<Answer<ProfileView>> =>
  get<ProfileView>(paths.profile(teamId, 'me'), signal);

export const saveProfile = (teamId: string, body: ProfileBody, version: string): Promise<Answer<ProfileView>> =>
  send<ProfileView>(paths.profile(teamId, 'me'), { method: 'PUT', body, version });
