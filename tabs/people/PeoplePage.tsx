import { useText } from '../text/useText.ts';
import { Page } from '../ui/Page.tsx';

export function PeoplePage() {
  const { t } = useText();
  return <Page title={t('shell.people')}>{null}</Page>;
}
