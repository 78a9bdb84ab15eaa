import { paths } from '#contract/paths';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SheetHead } from '../ui/SheetHead.tsx';
import { focusAfter } from '../ui/useReturn.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { TakeAlong } from './TakeAlong.tsx';

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    rowGap: tokens.spacingVerticalM,
  },
  text: { margin: 0, marginBlockStart: tokens.spacingVerticalS, maxWidth: '60ch' },
});

/** What is mine, in all of my teams: to take along, and to take away. */
export function YourData() {
  const styles = useStyles();
  const { t } = useText();
  const link = useTeamLink();
  const heading = useId();
  return (
    <Sheet roomy className={styles.sheet} aria-labelledby={heading}>
      <SheetHead id={heading} title={t('data.mine')}>
        {t('data.mine.text')}
      </SheetHead>
      <TakeAlong label={t('data.mine.download')} path={paths.myExport()} nameOf={(day) => `people-hour-${day}.json`} />
      <Audience isPrivate>{t('data.mine.audience')}</Audience>
      <p className={styles.text}>{t('data.mine.erase')}</p>
      <ButtonLink href={link('/settings/erase')} ref={focusAfter('/settings/erase')}>
        {t('data.erase.open')}
      </ButtonLink>
    </Sheet>
  );
}
