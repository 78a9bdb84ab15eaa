import { Redirect, Route, Switch } from 'wouter';
import { part } from '../ui/part.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { HourPage } from './HourPage.tsx';

const SchedulePage = part(async () => (await import('./SchedulePage.tsx')).SchedulePage);
const MyActionsPage = part(async () => (await import('./MyActionsPage.tsx')).MyActionsPage);
const MyPairsPage = part(async () => (await import('./MyPairsPage.tsx')).MyPairsPage);
const PastHoursPage = part(async () => (await import('./past/PastHoursPage.tsx')).PastHoursPage);
const PastHourPage = part(async () => (await import('./past/PastHourPage.tsx')).PastHourPage);

/** Every page behind the door of the hour. */
export function HourRooms() {
  const link = useTeamLink();
  return (
    <Switch>
      <Route path="/hour" component={HourPage} />
      <Route path="/hour/schedule" component={SchedulePage} />
      <Route path="/hour/actions" component={MyActionsPage} />
      <Route path="/hour/pairs" component={MyPairsPage} />
      <Route path="/hour/past" component={PastHoursPage} />
      <Route path="/hour/past/:date">{({ date }) => <PastHourPage key={date} date={date} />}</Route>
      <Redirect to={link('/hour')} replace />
    </Switch>
  );
}
