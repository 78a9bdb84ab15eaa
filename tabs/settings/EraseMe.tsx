import { useLocation } from 'wouter';
import { useText } from '../text/useText.ts';
import { useEraseMe } from './dataQueries.ts';
import { ConfirmGone } from './ConfirmGone.tsx';

/** Everything of mine, in all of my teams. */
export function EraseMe() {
  const { t } = useText();
  const [, navigate] = useLocation();
  const erase = useEraseMe();
  return (
    <ConfirmGone
      title={t('data.erase.title')}
      parts={[
        {
          title: t('data.erase.goes'),
          lines: [
            t('data.erase.goes.profile'),
            t('data.erase.goes.goals'),
            t('data.erase.goes.kudos'),
            t('data.erase.goes.hours'),
          ],
        },
        {
          title: t('data.erase.stays'),
          lines: [t('data.erase.stays.decisions'), t('data.erase.stays.kudos'), t('data.erase.stays.words')],
        },
        {
          title: t('data.erase.then'),
          lines: [t('data.erase.then.never'), t('data.erase.then.exports'), t('data.erase.then.anew')],
        },
      ]}
      act={t('data.erase.act')}
      acting={erase}
      failed={t('data.erase.failed')}
      onAct={() => erase.mutate(undefined, { onSuccess: () => navigate('/gone/me', { replace: true }) })}
    />
  );
}
