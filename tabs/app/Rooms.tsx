import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { KudosPage } from '../kudos/KudosPage.tsx';
import { fluentPart, part } from '../ui/part.tsx';
import { LetterSkeleton, TitleSkeleton } from '../ui/Skeletons.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { firstDoor } from './doors.ts';

const HourRooms = part(async () => (await import('../hour/HourRooms.tsx')).HourRooms);
const PeoplePage = part(async () => (await import('../people/PeoplePage.tsx')).PeoplePage);
const PersonPage = part(async () => (await import('../people/PersonPage.tsx')).PersonPage);
const ProfilePage = part(async () => (await import('../people/ProfilePage.tsx')).ProfilePage);
const GoalsPage = part(async () => (await import('../goals/GoalsPage.tsx')).GoalsPage);
const GoalPage = part(async () => (await import('../goals/GoalPage.tsx')).GoalPage);
const GoalEditorPage = part(async () => (await import('../goals/GoalEditorPage.tsx')).GoalEditorPage);
const GrowthRecordPage = part(async () => (await import('../goals/GrowthRecordPage.tsx')).GrowthRecordPage);
const EraseMe = part(async () => (await import('../settings/EraseMe.tsx')).EraseMe);
const EndTeam = part(async () => (await import('../settings/EndTeam.tsx')).EndTeam);
const DeleteTeam = part(async () => (await import('../settings/EndTeam.tsx')).DeleteTeam);
const SettingsPage = fluentPart(async () => (await import('../settings/SettingsPage.tsx')).SettingsPage);

/** Every page that stands in a team. `arrivedAt` is when its first screen was read. */
export function Rooms({ arrivedAt }: { arrivedAt: number }) {
  const link = useTeamLink();
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/hour/*?" component={HourRooms} />
        <Route path="/people" component={PeoplePage} />
        <Route path="/people/me/edit" component={ProfilePage} />
        <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
        <Route path="/goals" component={GoalsPage} />
        <Route path="/goals/new" component={GoalEditorPage} />
        <Route path="/goals/record" component={GrowthRecordPage} />
        <Route path="/goals/:id" component={GoalPage} />
        <Route path="/goals/:id/edit" component={GoalEditorPage} />
        <Route path="/kudos">
          <KudosPage arrivedAt={arrivedAt} />
        </Route>
        <Route path="/settings" component={SettingsPage} />
        <Route path="/settings/erase" component={EraseMe} />
        <Route path="/settings/end" component={EndTeam} />
        <Route path="/settings/delete" component={DeleteTeam} />
        <Redirect to={link(firstDoor)} replace />
      </Switch>
    </Suspense>
  );
}

function Waiting() {
  return (
    <>
      <TitleSkeleton />
      <LetterSkeleton />
    </>
  );
}
